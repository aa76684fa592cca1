#include "workbook_check/guidance.h"

#include <gmock/gmock.h>

#include "small_workbook.h"

namespace quarterdeck::workbook_check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "rule Sheet!A1" of each departure, but for the language: libxlsxwriter can't set it.
std::vector<std::string> found(const Spoil& spoil = {}) {
    const std::filesystem::path file = written("small.xlsx", spoil);
    std::vector<std::string> all;
    for (const Departure& departure : departures(read_workbook(read_package(file), "small.xlsx"))) {
        if (departure.what == "has no language") continue;
        all.push_back(departure.rule + (departure.sheet.empty() ? "" : " " + departure.sheet) +
                      (departure.cell.empty() ? "" : "!" + departure.cell));
    }
    return all;
}

/// libxlsxwriter leaves a blank cell out unless it has a format.
void empty(SmallWorkbook& small, lxw_row_t row, lxw_col_t column) {
    worksheet_write_blank(small.staff, row, column, workbook_add_format(small.workbook));
}

TEST(Guidance, FindsNothingInAWorkbookThatFollowsIt) {
    EXPECT_THAT(found(), IsEmpty());
}

TEST(Guidance, NamesTheLanguageThatIsNotSet) {
    const auto all = departures(read_workbook(read_package(written("small.xlsx")), "small.xlsx"));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].what, "has no language");
    EXPECT_EQ(all[0].rule, "document-properties");
}

TEST(Guidance, WantsATitleAndAnAuthor) {
    EXPECT_THAT(found([](SmallWorkbook& small) { small.set_properties = false; }),
                ElementsAre("document-properties", "document-properties"));
}

TEST(Guidance, WantsNoMergedCells) {
    EXPECT_THAT(found([](SmallWorkbook& small) { worksheet_merge_range(small.cover, 2, 0, 2, 2, "Merged", nullptr); }),
                ElementsAre("no-merged-cells Cover"));
}

TEST(Guidance, WantsNothingHidden) {
    EXPECT_THAT(found([](SmallWorkbook& small) {
                    lxw_row_col_options hidden{};
                    hidden.hidden = 1;
                    worksheet_set_column_opt(small.staff, 3, 3, 10, nullptr, &hidden);
                }),
                ElementsAre("nothing-hidden Staff"));
    EXPECT_THAT(found([](SmallWorkbook& small) { worksheet_hide(small.staff); }), ElementsAre("nothing-hidden Staff"));
}

TEST(Guidance, WantsFiguresInAMarkedTable) {
    EXPECT_THAT(found([](SmallWorkbook& small) {
                    small.mark_table = false;
                    worksheet_write_string(small.staff, 2, 0, "Band", nullptr);
                }),
                ElementsAre("figures-in-tables Staff!B4"));
}

TEST(Guidance, WantsNoBlankCellInATable) {
    EXPECT_THAT(found([](SmallWorkbook& small) { empty(small, 4, 1); }), ElementsAre("no-blank-cells Staff!B5"));
}

TEST(Guidance, WantsNoBlankRow) {
    EXPECT_THAT(
        found([](SmallWorkbook& small) { worksheet_write_string(small.cover, 4, 0, "After two blank rows", nullptr); }),
        ElementsAre("no-blank-rows Cover!A3", "no-blank-rows Cover!A4"));
}

TEST(Guidance, WantsNumbersStoredAsNumbersBesideMarkers) {
    for (const char* text : {"7", "1,234", "12.5%", " 40 ", "-3"})
        EXPECT_THAT(found([&](SmallWorkbook& small) { worksheet_write_string(small.staff, 4, 1, text, nullptr); }),
                    ElementsAre("numbers-as-numbers Staff!B5"))
            << text;
    for (const char* text : {"[x]", "7 and more", "1,2", ""})
        EXPECT_THAT(found([&](SmallWorkbook& small) {
                        worksheet_write_string(small.staff, 4, 1, *text == '\0' ? "[z]" : text, nullptr);
                    }),
                    IsEmpty())
            << text;
}

TEST(Guidance, WantsHeadingsFrozenAndATitleInTheFirstCell) {
    EXPECT_THAT(found([](SmallWorkbook& small) {
                    small.freeze_headings = false;
                    empty(small, 0, 0);
                }),
                ElementsAre("frozen-headings Staff", "title-in-a1 Staff", "no-blank-rows Staff!A1"));
}

TEST(Guidance, WantsEverySheetLinkedNamedAndNotesExplained) {
    EXPECT_THAT(found([](SmallWorkbook& small) {
                    lxw_worksheet* more = workbook_add_worksheet(small.workbook, "Sheet3");
                    worksheet_write_string(more, 0, 0, "More [note 2]", nullptr);
                }),
                ElementsAre("linked-contents", "notes-explained", "named-sheets Sheet3"));
}

TEST(Guidance, WantsAlternativeTextAndChartsOnSheetsOfTheirOwn) {
    const auto add_chart = [](SmallWorkbook& small, lxw_worksheet* sheet, std::string description) {
        lxw_chart* chart = workbook_add_chart(small.workbook, LXW_CHART_BAR);
        chart_add_series(chart, nullptr, "=Staff!$B$4:$B$5");
        lxw_chart_options options{};
        if (!description.empty()) options.description = description.data();
        worksheet_insert_chart_opt(sheet, 6, 0, chart, &options);
    };
    EXPECT_THAT(found([&](SmallWorkbook& small) { add_chart(small, small.cover, ""); }),
                ElementsAre("alternative-text Cover"));
    EXPECT_THAT(found([&](SmallWorkbook& small) { add_chart(small, small.staff, "Bars of headcount"); }),
                ElementsAre("charts-apart Staff"));
}

TEST(Guidance, WantsTheCoverFirstAndInFront) {
    EXPECT_THAT(found([](SmallWorkbook& small) { worksheet_activate(small.staff); }),
                ElementsAre("opens-at-the-cover"));
}

TEST(Guidance, NamesNoMoreThanTenCellsOfOneRuleInASheet) {
    const auto all = found([](SmallWorkbook& small) {
        for (lxw_row_t row = 1; row < 60; ++row) worksheet_write_number(small.cover, row, 0, row, nullptr);
    });
    EXPECT_EQ(std::count(all.begin(), all.end(), "figures-in-tables Cover!A2"), 1);
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& one) { return one.starts_with("figures-in"); }), 10);
}

}  // namespace
}  // namespace quarterdeck::workbook_check
