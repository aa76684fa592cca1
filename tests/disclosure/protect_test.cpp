#include "disclosure/protect.h"

#include <gtest/gtest.h>

namespace quarterdeck::disclosure {
namespace {

Measure measure(const std::string& id, Count count) {
    return {.id = id, .title = {id, id}, .count = count};
}

/// One row for each headcount, with an FTE of 0.8 a head and a share of women.
struct Staff {
    std::int64_t headcount;
    std::int64_t women;
};

query::Answer answer(const std::vector<Staff>& rows) {
    query::Answer answer;
    answer.labels = {{"area", {"Area", "Maes"}}};
    answer.measures = {measure("headcount", Count::headcount), measure("fte", Count::fte),
                       measure("female", Count::headcount)};
    for (const Staff& staff : rows) {
        answer.rows.push_back({.id = "row" + std::to_string(answer.rows.size()), .labels = {{"A", "A"}}});
        answer.cells.push_back({staff.headcount, staff.headcount, true});
        answer.cells.push_back({staff.headcount * 80'000, staff.headcount, true});
        answer.cells.push_back({staff.women, staff.women, true});
    }
    return answer;
}

Metric metric() {
    Metric metric;
    metric.id = "workforce";
    metric.formulas = {{.id = "fte_per_head",
                        .title = {"FTE per head", "CALl y pen"},
                        .kind = Formula::Kind::ratio,
                        .of = "fte",
                        .over = "headcount",
                        .places = 2},
                       {.id = "female_percent",
                        .title = {"Female", "Benyw"},
                        .kind = Formula::Kind::percentage,
                        .of = "female",
                        .over = "headcount"}};
    return metric;
}

std::string shown(const ProtectedTable& table, std::size_t row) {
    std::string text;
    for (const Figure& figure : table.rows()[row].figures) text += (text.empty() ? "" : " ") + plain_text(figure);
    return text;
}

TEST(Protection, HidesCountsFromOneToFour) {
    Protector protector{Policy{}};
    const ProtectedTable table = protector.protect(answer({{0, 0}, {1, 0}, {4, 0}, {5, 0}}));
    EXPECT_EQ(shown(table, 0), "0 0.00 0");
    EXPECT_EQ(shown(table, 1), "[c] [c] 0");
    EXPECT_EQ(shown(table, 2), "[c] [c] 0");
    EXPECT_EQ(shown(table, 3), "5 4.00 0");
}

TEST(Protection, HidesWhatRestsOnAHiddenCount) {
    Protector protector{Policy{}};
    const ProtectedTable table = protector.protect(metric(), answer({{20, 3}, {3, 0}, {20, 10}}));
    EXPECT_EQ(shown(table, 0), "20 16.00 [c] 0.80 [c]");
    EXPECT_EQ(shown(table, 1), "[c] [c] 0 [c] [c]");
    EXPECT_EQ(shown(table, 2), "20 16.00 10 0.80 50");
}

TEST(Protection, CountsWhatItHidAndWhy) {
    Protector protector{Policy{}};
    protector.protect(metric(), answer({{20, 3}, {3, 0}}));
    EXPECT_EQ(protector.tally().figures, 10U);
    EXPECT_EQ(protector.tally().primary, 2U);    // three women; three people
    EXPECT_EQ(protector.tally().dependent, 4U);  // female per cent; FTE, FTE per head, female per cent
}

TEST(Protection, HidesFteOfFewPeopleEvenWhereTheirCountIsNotShown) {
    query::Answer only_fte;
    only_fte.measures = {measure("fte", Count::fte)};
    only_fte.rows = {{.id = "row"}};
    only_fte.cells = {{1'000'000, 4, true}};
    Protector protector{Policy{}};
    EXPECT_EQ(shown(protector.protect(only_fte), 0), "[c]");
}

TEST(Protection, HidesPostsOfFewPeople) {
    query::Answer posts;
    posts.measures = {measure("role_count", Count::role_count)};
    posts.rows = {{.id = "row"}};
    posts.cells = {{6, 3, true}};
    Protector protector{Policy{}};
    EXPECT_EQ(shown(protector.protect(posts), 0), "[c]");
}

TEST(Protection, TakesTheThresholdFromThePolicy) {
    Protector protector{Policy{.threshold = 10}};
    const ProtectedTable table = protector.protect(answer({{9, 0}, {10, 0}}));
    EXPECT_EQ(shown(table, 0), "[c] [c] 0");
    EXPECT_EQ(shown(table, 1), "10 8.00 0");
}

TEST(Protection, ShowsEverythingWhenItIsTurnedOff) {
    Protector protector{Policy{.protect = false}};
    EXPECT_EQ(shown(protector.protect(metric(), answer({{3, 1}})), 0), "3 2.40 1 0.80 33");
    EXPECT_EQ(protector.tally().primary, 0U);
}

TEST(Protection, LeavesPlannedFiguresAlone) {
    query::Answer places;
    places.source = Source::training;
    places.measures = {measure("places", Count::value)};
    places.rows = {{.id = "few"}, {.id = "unknown"}};
    places.cells = {{200'000, 0, true}, {0, 0, false}};
    Protector protector{Policy{}};
    const ProtectedTable table = protector.protect(places);
    EXPECT_EQ(shown(table, 0), "2");
    EXPECT_EQ(shown(table, 1), "[x]");
    EXPECT_EQ(protector.tally().figures, 0U);
}

TEST(Protection, SaysNotApplicableWhereAFormulaWouldDivideByNothing) {
    Protector protector{Policy{}};
    EXPECT_EQ(shown(protector.protect(metric(), answer({{0, 0}})), 0), "0 0.00 0 [z] [z]");
}

TEST(Protection, ShowsTheColumnsThatTheMetricAsksFor) {
    Metric few_columns = metric();
    few_columns.columns = {"female_percent", "headcount"};
    Protector protector{Policy{}};
    const ProtectedTable table = protector.protect(few_columns, answer({{20, 10}}));
    EXPECT_EQ(shown(table, 0), "50 20");
    EXPECT_TRUE(table.columns()[0].percent);
    EXPECT_FALSE(table.columns()[1].percent);
}

TEST(Protection, StacksTablesWithTheSameColumnsOnly) {
    Protector protector{Policy{}};
    const ProtectedTable one = protector.protect(answer({{20, 10}}));
    const ProtectedTable other = protector.protect(answer({{30, 3}}));
    const ProtectedTable stacked = protector.stack({one, other});
    ASSERT_EQ(stacked.rows().size(), 2U);
    EXPECT_EQ(shown(stacked, 1), "30 24.00 [c]");
    EXPECT_THROW(protector.stack({one, protector.protect(metric(), answer({{20, 10}}))}), std::invalid_argument);
}

TEST(Protection, PicksTotals) {
    query::Answer with_total = answer({{20, 10}, {30, 15}});
    with_total.rows[1].total = true;
    Protector protector{Policy{}};
    const ProtectedTable totals = protector.totals(protector.protect(with_total));
    ASSERT_EQ(totals.rows().size(), 1U);
    EXPECT_EQ(shown(totals, 0), "30 24.00 15");
}

}  // namespace
}  // namespace quarterdeck::disclosure
