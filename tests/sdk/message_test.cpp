#include "quarterdeck/message.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace {

using namespace quarterdeck;

TEST(Message, BringsAProgrammeBackWithEveryMember) {
    const Programme sent = sample::programme();
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
        EXPECT_EQ(message::from_text<Query>(message::text_of(sent)), sent) << name;
    }
    for (int i = 0; i < 6; ++i) {
        const Formula sent{.kind = Formula::Kind(i)};
        EXPECT_EQ(message::from_text<Formula>(message::text_of(sent)), sent) << i;
    }
    for (int i = 0; i < 5; ++i) {
        const Action sent{.kind = Action::Kind(i)};
        EXPECT_EQ(message::from_text<Action>(message::text_of(sent)), sent) << i;
    }
    for (int i = 0; i < 4; ++i) {
        const Query sent{.source = Source(i % 3), .totals = Totals(i), .measures = {{.id = "m", .count = Count(i)}}};
        EXPECT_EQ(message::from_text<Query>(message::text_of(sent)), sent) << i;
    }
    for (int i = 0; i < 3; ++i) {
        const Chart sent{.kind = Chart::Kind(i)};
        EXPECT_EQ(message::from_text<Chart>(message::text_of(sent)), sent) << i;
        const Rule rule{{{Condition{Field::gender, Condition::Test(i), {"Female"}}}}};
        EXPECT_EQ(message::from_text<Rule>(message::text_of(rule)), rule) << i;
    }
}

TEST(Message, BringsTablesAndRequestsBack) {
    EXPECT_EQ(message::read_table(message::write(sample::table())), sample::table());
    const message::ComputeRequest request{.metric = "m", .answers = {sample::table(), Table{}}};
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

TEST(Message, WritesTextsLikeAnotherWriter) {
    std::string all;
    for (int byte = 0; byte < 0x80; ++byte) all += static_cast<char>(byte);
    for (const std::string& text :
         {std::string(), all, std::string(all).append("ŵ€😀").append(all), std::string("Tŷ \"Gwyn\"\n\\")}) {
        const nlohmann::ordered_json expected{{"en", text}, {"cy", "a" + text}};
        EXPECT_EQ(message::text_of(Text{text, "a" + text}), expected.dump());
    }
}

TEST(Message, WritesARuleAsAlternativesOfConditions) {
    EXPECT_EQ(message::text_of(is(Field::gender, {"Female"}) || everyone()),
              R"([[{"field":"gender","test":"is","values":["Female"]}],[]])");
}

TEST(Message, BringsTheSmallestAndLargestDecimalsBack) {
    for (const Decimal decimal : {Decimal{INT64_MAX, 0}, Decimal{INT64_MIN, 0}, Decimal{INT64_MIN, 9}, Decimal{5, 9},
                                  Decimal{-5, 2}, Decimal{0, 2}}) {
        const Figure sent = decimal;
        EXPECT_EQ(message::from_text<Figure>(message::text_of(sent)), sent) << plain_text(sent);
    }
}

TEST(Message, NamesTheTextThatIsNotUtf8WhenItIsWritten) {
    Programme programme = sample::programme();
    programme.metrics[1].title.cy = "T\xC5";
    try {
        message::write(programme);
        FAIL();
    } catch (const message::Malformed& error) {
        EXPECT_STREQ(error.what(), "/metrics/1/title/cy: the text isn't valid UTF-8.");
    }
}

}  // namespace
