#include "quarterdeck/testing_gtest.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using namespace quarterdeck;

Metric staff_by_band() {
    return {
        .id = "staff",
        .query = {.id = "staff",
                  .labels = {{"band", {"Band", "Band"}}},
                  .rows = {{.id = "six", .labels = {{"Band 6", "Band 6"}}, .where = is(Field::pay_band, {"Band 6"})},
                           {.id = "seven", .labels = {{"Band 7", "Band 7"}}, .where = is(Field::pay_band, {"Band 7"})},
                           {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
                  .measures = {{.id = "headcount", .title = {"Headcount", "Nifer"}},
                               {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}},
        .formulas = {{.id = "fte_per_head",
                      .title = {"FTE per head", "CALl y pen"},
                      .of = "fte",
                      .over = "headcount",
                      .places = 2}}};
}

// Seven people: Ann with posts in both bands, five more in band 6, Fay left out because she has left.
const std::vector<test_kit::StaffRecord>& records() {
    static const std::vector<test_kit::StaffRecord> made{
        {.person = "Ann", .pay_band = "Band 6", .contracted_fte = "0.5"},
        {.person = "Ann", .primary = false, .pay_band = "Band 7", .contracted_fte = "0.25"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6", .contracted_fte = "0.8"},
        {.person = "Fay", .assignment_status = "Terminate Assignment", .pay_band = "Band 7"}};
    return made;
}

TEST(TestKit, CountsRecordsAsTheHostDoes) {
    EXPECT_EQ(test_kit::text(test_kit::shown(staff_by_band(), records())),
              "band | headcount | fte | fte_per_head\n"
              "Band 6 | 6 | 5.30 | 0.88\n"
              "Band 7 | 1 | 0.25 | 0.25\n"
              "Total | 6 | 5.55 | 0.93\n");
}

TEST(TestKit, HidesSmallNumbersAsPublished) {
    EXPECT_EQ(test_kit::text(test_kit::published(staff_by_band(), records())),
              "band | headcount | fte | fte_per_head\n"
              "Band 6 | 6 | 5.30 | 0.88\n"
              "Band 7 | [c] | [c] | [c]\n"
              "Total | 6 | 5.55 | 0.93\n");
}

TEST(TestKit, GivesAComputedMetricItsAnswers) {
    Metric metric{.id = "computed", .needs = {staff_by_band().query}};
    metric.compute = [](const std::vector<Table>& answers) { return answers.at(0); };
    EXPECT_EQ(test_kit::text(test_kit::published(metric, records())),
              "band | headcount | fte\n"
              "Band 6 | 6 | 5.30\n"
              "Band 7 | [c] | [c]\n"
              "Total | 6 | 5.55\n");
}

TEST(TestKit, SaysWhatIsWrongWithAMetric) {
    Metric metric = staff_by_band();
    metric.formulas[0].of = "posts";
    EXPECT_THROW(test_kit::shown(metric, records()), std::runtime_error);
}

constexpr const char* right = R"(
    band   | headcount | fte  | fte_per_head
    Band 6 | 6         | 5.30 | 0.88
    Band 7 | 1         | 0.25 | 0.25
    Total  | 6         | 5.55 | 0.93
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

/// What a test would be told, without the table that follows.
std::string told(const std::string& expected) {
    const std::string all = test_kit::difference(test_kit::shown(staff_by_band(), records()), expected);
    return all.substr(0, all.find("Found:"));
}

TEST(TestKit, FindsNothingToSayWhereTheTableIsAsExpected) {
    EXPECT_TRUE(test_kit::shows(test_kit::shown(staff_by_band(), records()), right));
    EXPECT_EQ(told(right), "");
}

TEST(TestKit, NamesRowAndColumnOfEachFigureThatDiffers) {
    EXPECT_EQ(told(with(with(right, "0.88", "0.89"), "1   ", "[c] ")),
              "Row Band 6, column fte_per_head: found 0.88, expected 0.89.\n"
              "Row Band 7, column headcount: found 1, expected [c].\n");
}

TEST(TestKit, NamesRowsAndColumnsThatAreMissingOrTooMany) {
    EXPECT_EQ(told(with(right, "Band 7", "Band 8")), "Row Band 8 is missing.\nRow Band 7 wasn't expected.\n");
    EXPECT_EQ(told(with(right, "headcount", "people   ")),
              "Column people is missing.\nColumn headcount wasn't expected.\n");
}

TEST(TestKit, SaysWhenOnlyTheOrderDiffers) {
    EXPECT_EQ(told("band | headcount | fte | fte_per_head\n"
                   "Total | 6 | 5.55 | 0.93\n"
                   "Band 6 | 6 | 5.30 | 0.88\n"
                   "Band 7 | 1 | 0.25 | 0.25\n"),
              "Rows stand in another order: found Band 6, Band 7, Total; expected Total, Band 6, Band 7.\n");
}

TEST(TestKit, SaysWhenTheExpectedTextItselfIsRagged) {
    EXPECT_EQ(told(with(right, "| 0.25\n", "\n")), "Row Band 7: the expected text has 3 cells below 4 headings.\n");
}

TEST(TestKit, ComparesAPlan) {
    const std::vector<Action> plan{{.id = "A1", .title = {"Do it", "Ei wneud"}, .due = "2023-24", .linked_id = "M1"},
                                   {.id = "M1", .kind = Action::Kind::milestone, .title = {"Done", "Wedi'i wneud"}}};
    EXPECT_TRUE(test_kit::shows(plan, R"(
        id | kind      | title | due     | linked_id
        A1 | action    | Do it | 2023-24 | M1
        M1 | milestone | Done  |         |
    )"));
    EXPECT_EQ(test_kit::difference(plan,
                                   "id | kind | title | due | linked_id\n"
                                   "A1 | risk | Do it | 2023-24 | M1\n"
                                   "M1 | milestone | Done | |\n")
                  .substr(0, 49),
              "Row A1, column kind: found action, expected risk.");
}

TEST(TestKit, TellsWhyTheHostWouldRefuseAProgramme) {
    Metric metric = staff_by_band();
    metric.title = {"Staff", ""};
    const auto refusals = test_kit::refusals({.id = "x", .version = "1", .title = {"X", "X"}, .metrics = {metric}});
    ASSERT_FALSE(refusals.empty());
    EXPECT_EQ(refusals[0], "Metric staff: the title is missing in Welsh.");
}

}  // namespace
