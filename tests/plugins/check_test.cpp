#include "plugins/check.h"
#include "plugins/offences.h"

#include <gtest/gtest.h>

#include "refusal.h"

namespace {

using namespace quarterdeck;

Programme sound() {
    Query query{
        .id = "staff",
        .population = {.id = "all_staff", .version = "1", .title = {"All", "Pawb"}, .definition = {"All", "Pawb"}},
        .labels = {{"area", {"Area", "Maes"}}},
        .rows = {{.id = "one", .labels = {{"One", "Un"}}}},
        .measures = {{.id = "headcount", .title = {"Headcount", "Nifer"}},
                     {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}};
    Metric metric{
        .id = "staff",
        .title = {"Staff", "Staff"},
        .definition = {"People", "Pobl"},
        .unit = {"People", "Pobl"},
        .query = query,
        .formulas = {{.id = "fte_per_head", .title = {"FTE per head", "CALl y pen"}, .of = "fte", .over = "headcount"}},
        .columns = {"fte_per_head", "headcount"},
        .chart = Chart{.title = {"Chart", "Siart"}, .description = {"Bars", "Barrau"}, .series = {"fte"}}};
    return {.id = "sound", .version = "1", .title = {"Sound", "Da"}, .metrics = {metric}};
}

/// The refusal of a sound programme after one change.
template <class Change>
std::string refusal_after(Change change) {
    Programme programme = sound();
    change(programme, programme.metrics[0]);
    try {
        plugins::check(programme);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return "no refusal";
}

TEST(CheckProgramme, AcceptsASoundOne) {
    EXPECT_EQ(refusal_after([](Programme&, Metric&) {}), "no refusal");
}

TEST(CheckProgramme, TakesNoIdThatCouldBeAPath) {
    for (const char* id : {"", "../etc", "a/b", "A", "1a", "a-b", "a.b", "a\n", "é"}) {
        EXPECT_NE(refusal_after([&](Programme& programme, Metric&) { programme.id = id; }), "no refusal") << id;
        EXPECT_NE(refusal_after([&](Programme&, Metric& metric) { metric.id = id; }), "no refusal") << id;
        EXPECT_NE(refusal_after([&](Programme&, Metric& metric) { metric.query.measures[0].id = id; }), "no refusal")
            << id;
        EXPECT_NE(refusal_after([&](Programme&, Metric& metric) { metric.query.labels[0].id = id; }), "no refusal")
            << id;
        EXPECT_NE(refusal_after([&](Programme&, Metric& metric) { metric.formulas[0].id = id; }), "no refusal") << id;
        EXPECT_NE(refusal_after([&](Programme&, Metric& metric) { metric.tags = {id}; }), "no refusal") << id;
    }
    EXPECT_TRUE(plugins::is_identifier("a" + std::string(63, '_')));
    EXPECT_FALSE(plugins::is_identifier("a" + std::string(64, '_')));
}

TEST(CheckProgramme, WantsBothLanguagesOfWhatReadersSee) {
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.title.cy.clear(); }),
              "Metric staff: the title is missing in Welsh.");
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.query.rows[0].labels[0].en.clear(); }),
              "Metric staff: a label of the row one is missing in English.");
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.chart->description.cy.clear(); }),
              "Metric staff: the description of the chart is missing in Welsh.");
    EXPECT_EQ(refusal_after([](Programme& programme, Metric&) { programme.title = {}; }),
              "The programme: the title is missing.");
}

TEST(CheckProgramme, WantsDefinitionUnitAndPopulationOfEveryMetric) {
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.definition = {}; }),
              "Metric staff: the definition is missing.");
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.unit = {}; }),
              "Metric staff: the unit is missing.");
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.query.population.version.clear(); }),
              "Metric staff: the population all_staff has no version.");
}

TEST(CheckProgramme, WantsFormulasColumnsAndChartsToNameWhatIsThere) {
    EXPECT_NE(refusal_after([](Programme&, Metric& metric) { metric.formulas[0].of = "posts"; }).find("staff"),
              std::string::npos);
    EXPECT_NE(refusal_after([](Programme&, Metric& metric) { metric.columns = {"posts"}; }).find("posts"),
              std::string::npos);
    EXPECT_NE(refusal_after([](Programme&, Metric& metric) { metric.chart->series = {"posts"}; }).find("posts"),
              std::string::npos);
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) {
                  metric.columns = {"fte", "fte"};
              }),
              "Metric staff: its order of columns names one twice.");
}

TEST(CheckProgramme, WantsAFunctionWhereQueriesAreNeeded) {
    EXPECT_EQ(refusal_after([](Programme&, Metric& metric) { metric.needs = {metric.query}; }),
              "Metric staff: it needs queries, but has no function that computes from them.");
}

TEST(CheckTable, WantsTheChartsColumns) {
    Metric metric = sound().metrics[0];
    Table table{.columns = {{"fte", {"FTE", "CALl"}}}};
    EXPECT_NO_THROW(plugins::check(metric, table));
    metric.chart->series = {"headcount"};
    EXPECT_THROW(plugins::check(metric, table), Refusal);
}

TEST(CheckTable, WantsColumnsWithIdsOfTheirOwnAndTitles) {
    const Metric metric{.id = "staff"};
    EXPECT_THROW(plugins::check(metric, Table{}), Refusal);
    EXPECT_THROW(plugins::check(metric, Table{.columns = {{"fte", {"FTE", ""}}}}), Refusal);
    EXPECT_THROW(
        plugins::check(metric, Table{.labels = {{"fte", {"FTE", "CALl"}}}, .columns = {{"fte", {"FTE", "CALl"}}}}),
        Refusal);
}

}  // namespace
