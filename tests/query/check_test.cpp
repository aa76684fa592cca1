#include "query/check.h"

#include <gtest/gtest.h>

#include <functional>

#include "refusal.h"

namespace quarterdeck::query {
namespace {

Query good_query() {
    Query query;
    query.id = "staff";
    query.labels = {{"band", {"Band", "Band"}}};
    query.rows = {{"a", {{"A", "A"}}}, {"total", {{"Total", "Cyfanswm"}}, everyone(), true}};
    query.measures = {{"headcount", {}, Count::headcount}, {"fte", {}, Count::fte}};
    return query;
}

Query good_series() {
    Query query = good_query();
    query.source = Source::training;
    query.measures = {{"places", {}, Count::value}};
    return query;
}

Query good_posts() {
    Query query = good_series();
    query.source = Source::establishment;
    query.rows[0].where = is(Field::band_group, {"Band 5-6"}) && is(Field::subjective_code, {"4101"});
    return query;
}

Query good_by() {
    Query query = good_query();
    query.labels.clear();
    query.rows.clear();
    query.by = {Field::organisation, Field::band_group};
    query.totals = Totals::cube;
    return query;
}

Metric good_metric() {
    Metric metric;
    metric.id = "workforce";
    metric.query = good_query();
    Formula& per_head = metric.formulas.emplace_back();
    per_head.id = "per_head";
    per_head.of = "fte";
    per_head.over = "headcount";
    per_head.places = 2;
    metric.columns = {"per_head", "headcount"};
    metric.chart.emplace().series = {"headcount"};
    return metric;
}

template <class Checked>
std::string refusal(const Checked& checked) {
    try {
        check(checked);
    } catch (const Refusal& refused) {
        return refused.what();
    }
    return "";
}

/// A query with something wrong in it, and words that the refusal must hold.
struct Wrong {
    std::string name;
    Query query;
    std::vector<std::string> words;
};

Wrong wrong(std::string name, Query query, const std::function<void(Query&)>& spoil, std::vector<std::string> words) {
    spoil(query);
    return {std::move(name), std::move(query), std::move(words)};
}

class WrongQuery : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongQuery, IsRefusedInASentenceThatNamesIt) {
    const std::string said = refusal(GetParam().query);
    EXPECT_EQ(said.rfind("Query \"staff\" ", 0), 0U) << said;
    for (const auto& word : GetParam().words) EXPECT_NE(said.find(word), std::string::npos) << said;
    ASSERT_FALSE(said.empty());
    EXPECT_EQ(said.back(), '.');
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongQuery,
    ::testing::Values(
        wrong("NoMeasures", good_query(), [](Query& q) { q.measures.clear(); }, {"no measures"}),
        wrong("NoRows", good_query(), [](Query& q) { q.rows.clear(); }, {"neither rows nor fields"}),
        wrong("OnlyTotals", good_query(), [](Query& q) { q.rows.front().total = true; }, {"total rows only"}),
        wrong("RowsAndFields", good_by(),
              [](Query& q) {
                  q.rows = {{"a", {}}};
              },
              {"lists rows and groups"}),
        wrong("LabelsAndFields", good_by(),
              [](Query& q) {
                  q.labels = {{"x", {}}};
              },
              {"label columns"}),
        wrong("TotalsOfListedRows", good_query(), [](Query& q) { q.totals = Totals::grand; }, {"totals"}),
        wrong("FieldTwice", good_by(), [](Query& q) { q.by.push_back(Field::organisation); }, {"organisation twice"}),
        wrong("MeasureTwice", good_query(), [](Query& q) { q.measures[1].id = "headcount"; }, {"\"headcount\" twice"}),
        wrong("MeasureNamedAsALabel", good_query(), [](Query& q) { q.measures[1].id = "band"; }, {"\"band\" twice"}),
        wrong("MeasureNamedAsAField", good_by(), [](Query& q) { q.measures[1].id = "band_group"; }, {"twice"}),
        wrong("LabelTwice", good_query(), [](Query& q) { q.labels.push_back(q.labels[0]); }, {"\"band\" twice"}),
        wrong("RowTwice", good_query(), [](Query& q) { q.rows[1].id = "a"; }, {"row \"a\" twice"}),
        wrong("MeasureWithoutId", good_query(), [](Query& q) { q.measures[0].id = ""; }, {"measure without an id"}),
        wrong("RowWithoutId", good_query(), [](Query& q) { q.rows[0].id = ""; }, {"row without an id"}),
        wrong("LabelWithoutId", good_query(), [](Query& q) { q.labels[0].id = ""; }, {"label column without an id"}),
        wrong("TooManyLabels", good_query(), [](Query& q) { q.rows[0].labels.emplace_back(); },
              {"1 label columns", "row \"a\"", "2 labels"}),
        wrong("FieldOfSeriesInRow", good_query(), [](Query& q) { q.rows[0].where = is(Field::year, {"2023"}); },
              {"row \"a\"", "year", "staff records", "occupation_code"}),
        wrong("FieldOfSeriesInPopulation", good_query(),
              [](Query& q) { q.population.rule = matches(Field::series, {"*"}); }, {"population", "series"}),
        wrong("FieldOfStaffInMeasure", good_series(),
              [](Query& q) { q.measures[0].where = is(Field::gender, {"Male"}); },
              {"measure \"places\"", "gender", "training series", "subject"}),
        wrong("GroupedByAFieldOfSeries", good_by(), [](Query& q) { q.by.push_back(Field::stage); }, {"stage"}),
        wrong("GenderOfFundedPosts", good_posts(), [](Query& q) { q.rows[0].where = is(Field::gender, {"Male"}); },
              {"row \"a\"", "gender", "funded posts", "organisation, staff_group", "subjective_code"}),
        wrong("SubjectiveCodeOfStaff", good_query(),
              [](Query& q) { q.rows[0].where = is(Field::subjective_code, {"4101"}); },
              {"subjective_code", "staff records"}),
        wrong("FteOfFundedPosts", good_posts(), [](Query& q) { q.measures[0].count = Count::fte; }, {"Use value"}),
        wrong("ValueOfStaff", good_query(), [](Query& q) { q.measures[0].count = Count::value; },
              {"measure \"headcount\"", "values"}),
        wrong("HeadcountOfSeries", good_series(), [](Query& q) { q.measures[0].count = Count::headcount; },
              {"measure \"places\"", "Use value"}),
        wrong("MonthsAhead", good_query(), [](Query& q) { q.measures[0].months_before = -1; }, {"-1 months"}),
        wrong("MonthsTooFarBack", good_query(), [](Query& q) { q.measures[0].months_before = 601; }, {"601 months"}),
        wrong("MonthsOfSeries", good_series(), [](Query& q) { q.measures[0].months_before = 12; }, {"field year"}),
        wrong("UnknownSource", good_query(), [](Query& q) { q.source = static_cast<Source>(4); }, {"unknown source"}),
        wrong("UnknownTotals", good_by(), [](Query& q) { q.totals = static_cast<Totals>(-1); }, {"unknown totals"}),
        wrong("UnknownCount", good_query(), [](Query& q) { q.measures[0].count = static_cast<Count>(9); },
              {"unknown count"}),
        wrong("UnknownField", good_query(), [](Query& q) { q.rows[0].where = is(static_cast<Field>(19), {"x"}); },
              {"unknown field"}),
        wrong("UnknownGrouping", good_by(), [](Query& q) { q.by[0] = static_cast<Field>(99); }, {"unknown field"}),
        wrong("UnknownTest", good_query(),
              [](Query& q) {
                  q.rows[0].where.alternatives = {{{Field::gender, static_cast<Condition::Test>(5), {"x"}}}};
              },
              {"unknown test"})),
    [](const auto& cases) { return cases.param.name; });

TEST(Check, AcceptsGoodQueriesAndMetrics) {
    EXPECT_EQ(refusal(good_query()), "");
    EXPECT_EQ(refusal(good_series()), "");
    EXPECT_EQ(refusal(good_by()), "");
    EXPECT_EQ(refusal(good_metric()), "");
}

struct WrongMetric {
    std::string name;
    std::function<void(Metric&)> spoil;
    std::string words;
};

class MetricThat : public ::testing::TestWithParam<WrongMetric> {};

TEST_P(MetricThat, IsWrongIsRefusedInASentenceThatNamesIt) {
    Metric metric = good_metric();
    GetParam().spoil(metric);
    const std::string said = refusal(metric);
    EXPECT_EQ(said.rfind("Metric \"workforce\"", 0), 0U) << said;
    EXPECT_NE(said.find(GetParam().words), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    Each, MetricThat,
    ::testing::Values(
        WrongMetric{"HasABadQuery", [](Metric& m) { m.query.measures.clear(); }, "no measures"},
        WrongMetric{"HasAFormulaOfNothing", [](Metric& m) { m.formulas[0].of = "heads"; }, "\"heads\""},
        WrongMetric{"HasAFormulaOverItself", [](Metric& m) { m.formulas[0].over = "per_head"; }, "\"per_head\""},
        WrongMetric{"HasAFormulaNamedAsAMeasure", [](Metric& m) { m.formulas[0].id = "fte"; }, "\"fte\""},
        WrongMetric{"HasAFormulaNamedAsALabel", [](Metric& m) { m.formulas[0].id = "band"; }, "\"band\""},
        WrongMetric{"HasAFormulaWithoutId", [](Metric& m) { m.formulas[0].id = ""; }, "no id"},
        WrongMetric{"HasTooManyPlaces", [](Metric& m) { m.formulas[0].places = 10; }, "10 decimal places"},
        WrongMetric{"HasNegativePlaces", [](Metric& m) { m.formulas[0].places = -1; }, "-1 decimal places"},
        WrongMetric{"SpansNoYears", [](Metric& m) { m.formulas[0].years = 0; }, "0 years"},
        WrongMetric{"SpansTooManyYears", [](Metric& m) { m.formulas[0].years = 101; }, "101 years"},
        WrongMetric{"HasAnUnknownFormula", [](Metric& m) { m.formulas[0].kind = static_cast<Formula::Kind>(6); },
                    "unknown kind"},
        WrongMetric{"ShowsNoColumnOfItsOwn", [](Metric& m) { m.columns.push_back("men"); }, "\"men\""},
        WrongMetric{"ShowsALabelAsAColumn", [](Metric& m) { m.columns.push_back("band"); }, "\"band\""},
        WrongMetric{"DrawsNoColumnOfItsOwn", [](Metric& m) { m.chart->series = {"men"}; }, "chart"},
        WrongMetric{"NeedsABadQuery",
                    [](Metric& m) {
                        m.compute = [](const std::vector<Table>&) { return Table{}; };
                        m.needs = {good_query(), good_by()};
                        m.needs[1].by.clear();
                    },
                    "Query \"staff\" has neither"}),
    [](const auto& cases) { return cases.param.name; });

}  // namespace
}  // namespace quarterdeck::query
