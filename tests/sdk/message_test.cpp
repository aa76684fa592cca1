#include "quarterdeck/message.h"

#include <gtest/gtest.h>

namespace {

using namespace quarterdeck;

/// Every member differs from its default, so that one that is forgotten shows.
Query full_query() {
    return {
        .id = "q1",
        .source = Source::published,
        .population = {.id = "p1",
                       .version = "2023.1",
                       .title = {"Pathology", "Patholeg"},
                       .definition = {"Rule in words", "Rheol mewn geiriau"},
                       .rule = matches(Field::occupation_code, {"U?A", "080"}) && is_not(Field::gender, {"Unknown"})},
        .labels = {{"area", {"Area", "Maes"}}},
        .rows = {{.id = "r1",
                  .labels = {{"Tŷ \"1\"\n", "Tŷ 2"}},
                  .where = is(Field::pay_band, {"Band 8a"}) || is(Field::stage, {}),
                  .total = true}},
        .by = {Field::organisation, Field::age_band},
        .totals = Totals::rollup,
        .measures = {
            {.id = "m1", .title = {"FTE", "CALl"}, .count = Count::fte, .where = Rule{}, .months_before = 12}}};
}

Programme full_programme() {
    const Metric declared{
        .id = "declared",
        .title = {"Title", "Teitl"},
        .definition = {"Definition", "Diffiniad"},
        .unit = {"Unit", "Uned"},
        .tags = {"appendix", "skill_mix"},
        .query = full_query(),
        .formulas = {{.id = "f1",
                      .title = {"Growth", "Twf"},
                      .kind = Formula::Kind::compound_growth,
                      .of = "m1",
                      .over = "m2",
                      .places = 3,
                      .years = 5}},
        .columns = {"f1", "m1"},
        .chart = Chart{.kind = Chart::Kind::line,
                       .title = {"Chart", "Siart"},
                       .description = {"Line", "Llinell"},
                       .series = {"m1"}},
        .notes = {{"Note", "Nodyn"}},
        .needs = {},
    };
    const Metric computed{.id = "computed", .needs = {full_query()}, .compute = [](const auto&) { return Table{}; }};
    return {.id = "imaging",
            .version = "1.2.3",
            .title = {"Imaging", "Delweddu"},
            .metrics = {declared, computed},
            .actions = {{.id = "IMG-A1",
                         .kind = Action::Kind::resource_dependency,
                         .title = {"Buy", "Prynu"},
                         .theme = {"Kit", "Offer"},
                         .lead = "HEIW",
                         .measure = {"Count", "Cyfrif"},
                         .due = "2024-25Q2",
                         .areas = "P, I",
                         .linked_id = "IMG-M1"}}};
}

Table full_table() {
    return {.labels = {{"area", {"Area", "Maes"}}},
            .columns = {{.id = "fte", .title = {"FTE", "CALl"}, .places = 2, .percent = true},
                        {.id = "change", .title = {"Change", "Newid"}}},
            .rows = {{.id = "a", .labels = {{"A", "A"}}, .figures = {Decimal{1250, 2}, Decimal{-3, 1}}},
                     {.id = "b", .labels = {{"B", "B"}}, .figures = {Marker::confidential, Marker::not_applicable}},
                     {.id = "t",
                      .labels = {{"Total", "Cyfanswm"}},
                      .figures = {Decimal{0, 0}, Marker::not_available},
                      .total = true}}};
}

TEST(Message, BringsAProgrammeBackWithEveryMember) {
    const Programme sent = full_programme();
    const Programme received = message::read_programme(message::write(sent));
    EXPECT_EQ(received.id, sent.id);
    EXPECT_EQ(received.version, sent.version);
    EXPECT_EQ(received.title, sent.title);
    EXPECT_EQ(received.actions, sent.actions);
    ASSERT_EQ(received.metrics.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const Metric& from = sent.metrics[i];
        const Metric& to = received.metrics[i];
        EXPECT_EQ(to.id, from.id);
        EXPECT_EQ(to.title, from.title);
        EXPECT_EQ(to.definition, from.definition);
        EXPECT_EQ(to.unit, from.unit);
        EXPECT_EQ(to.tags, from.tags);
        EXPECT_EQ(to.query, from.query);
        EXPECT_EQ(to.formulas, from.formulas);
        EXPECT_EQ(to.columns, from.columns);
        EXPECT_EQ(to.chart, from.chart);
        EXPECT_EQ(to.notes, from.notes);
        EXPECT_EQ(to.needs, from.needs);
        EXPECT_EQ(to.computed(), from.computed());
    }
}

TEST(Message, BringsEveryEnumeratorBack) {
    for (const auto& [field, name] : field_names) {
        const Query sent{.by = {field}};
        EXPECT_EQ(message::from_text<Query>(message::text_of(message::to_json(sent))), sent) << name;
    }
    for (int i = 0; i < 6; ++i) {
        const Formula sent{.kind = Formula::Kind(i)};
        EXPECT_EQ(message::from_text<Formula>(message::text_of(message::to_json(sent))), sent) << i;
    }
    for (int i = 0; i < 5; ++i) {
        const Action sent{.kind = Action::Kind(i)};
        EXPECT_EQ(message::from_text<Action>(message::text_of(message::to_json(sent))), sent) << i;
    }
    for (int i = 0; i < 4; ++i) {
        const Query sent{.source = Source(i % 3), .totals = Totals(i), .measures = {{.id = "m", .count = Count(i)}}};
        EXPECT_EQ(message::from_text<Query>(message::text_of(message::to_json(sent))), sent) << i;
    }
    for (int i = 0; i < 3; ++i) {
        const Chart sent{.kind = Chart::Kind(i)};
        EXPECT_EQ(message::from_text<Chart>(message::text_of(message::to_json(sent))), sent) << i;
        const Rule rule{{{Condition{Field::gender, Condition::Test(i), {"Female"}}}}};
        EXPECT_EQ(message::from_text<Rule>(message::text_of(message::to_json(rule))), rule) << i;
    }
}

TEST(Message, BringsTablesAndRequestsBack) {
    EXPECT_EQ(message::read_table(message::write(full_table())), full_table());
    const message::ComputeRequest request{.metric = "m", .answers = {full_table(), Table{}}};
    EXPECT_EQ(message::read_request(message::write(request)), request);
}

TEST(Message, WritesDecimalsAndMarkersAsText) {
    const Table table{.columns = {{"a", {"A", "A"}}, {"b", {"B", "B"}}},
                      .rows = {{.id = "r", .figures = {Decimal{1250, 2}, Marker::confidential}}}};
    EXPECT_EQ(message::write(table),
              R"({"labels":[],"columns":[{"id":"a","title":{"en":"A","cy":"A"},"places":0,"percent":false},)"
              R"({"id":"b","title":{"en":"B","cy":"B"},"places":0,"percent":false}],)"
              R"("rows":[{"id":"r","labels":[],"figures":["12.50","[c]"],"total":false}]})");
}

TEST(Message, WritesARuleAsAlternativesOfConditions) {
    EXPECT_EQ(message::text_of(message::to_json(is(Field::gender, {"Female"}) || everyone())),
              R"([[{"field":"gender","test":"is","values":["Female"]}],[]])");
}

TEST(Message, BringsTheSmallestAndLargestDecimalsBack) {
    for (const Decimal decimal : {Decimal{INT64_MAX, 0}, Decimal{INT64_MIN, 0}, Decimal{INT64_MIN, 9}, Decimal{5, 9},
                                  Decimal{-5, 2}, Decimal{0, 2}}) {
        const Figure sent = decimal;
        EXPECT_EQ(message::from_text<Figure>(message::text_of(message::to_json(sent))), sent) << plain_text(sent);
    }
}

TEST(Message, NamesTheTextThatIsNotUtf8WhenItIsWritten) {
    Programme programme = full_programme();
    programme.metrics[1].title.cy = "T\xC5";
    try {
        message::write(programme);
        FAIL();
    } catch (const message::Malformed& error) {
        EXPECT_STREQ(error.what(), "/metrics/1/title/cy: the text isn't valid UTF-8.");
    }
}

}  // namespace
