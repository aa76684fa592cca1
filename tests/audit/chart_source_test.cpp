#include "audit/finished/chart_source.h"

#include <gtest/gtest.h>

namespace quarterdeck::audit {
namespace {

/// A table from A3 to B5: how many actions of two programmes are red.
SheetTable ratings() {
    return {.heading = "Table 4: Ratings of actions",
            .rows = {{"Imaging", "3"}, {"Genomics", "1"}},
            .sheet = "4 Ratings",
            .range = {{3, 1}, {5, 2}},
            .titles = {"Programme", "Red"}};
}

workbook_check::SheetChart chart() {
    return {
        .series = {{.name = {.formula = "'4 Ratings'!$B$3", .count = "1", .cached = {{"0", "Red"}}},
                    .categories = {.formula = "'4 Ratings'!$A$4:$A$5", .count = "2", .cached = {{"1", "Genomics"}}},
                    .values = {.formula = "'4 Ratings'!$B$4:$B$5", .count = "2", .cached = {{"0", "3"}, {"1", "1"}}}}},
        .words = {"PAT-M1"},
        .limits = {"44927"},
        .other_formulas = {},
        .literal = false};
}

std::string fault(const workbook_check::SheetChart& chart) {
    const auto found = fault_of_unprotected(chart, ratings());
    return found ? found->what : std::string();
}

TEST(ChartOfAnUnprotectedTable, MayHaveAxesAndNamesOfItsOwn) {
    EXPECT_EQ(fault(chart()), "");
}

TEST(ChartOfAnUnprotectedTable, TakesEverythingFromCellsOfTheTable) {
    auto beyond = chart();
    beyond.series[0].values.formula = "'4 Ratings'!$B$4:$B$6";
    EXPECT_EQ(fault(beyond), elsewhere);
    auto other_sheet = chart();
    other_sheet.series[0].categories.formula = "'Staff'!$A$4:$A$5";
    EXPECT_EQ(fault(other_sheet), elsewhere);
    auto nothing = chart();
    nothing.series[0].values.formula.clear();
    EXPECT_EQ(fault(nothing), elsewhere);
    auto more = chart();
    more.other_formulas = {"'Staff'!$A$1"};
    EXPECT_EQ(fault(more), elsewhere);
}

TEST(ChartOfAnUnprotectedTable, KeepsNoOtherFiguresThanItsCellsShow) {
    auto other = chart();
    other.series[0].values.cached[0].second = "993";
    EXPECT_EQ(fault(other), "keeps something else than this row's cell shows");
    auto longer = chart();
    longer.series[0].values.cached.push_back({"2", "993"});
    EXPECT_EQ(fault(longer), "keeps more or fewer figures than its table has");
    auto literal = chart();
    literal.literal = true;
    EXPECT_EQ(fault(literal), "holds figures of its own, beside its table");
}

}  // namespace
}  // namespace quarterdeck::audit
