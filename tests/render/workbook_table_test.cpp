#include <gtest/gtest.h>

#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

StoredCell number(const std::string& digits, const std::string& format) {
    return {false, digits, format};
}

TEST(TableSheet, StoresNumbersAsShownAndMarkersAsText) {
    const Unpacked workbook = written(sample_report());
    const auto& cells = workbook.sheet("1 Pathology").cells;
    EXPECT_EQ(cells.at("C9"), number("1276", "#,##0"));
    EXPECT_EQ(cells.at("D9"), number("1262.18", "#,##0.00"));
    EXPECT_EQ(cells.at("E9"), number("67.4", "#,##0.0"));
    for (const char* address : {"C10", "D10", "E10"}) {
        EXPECT_TRUE(cells.at(address).text);
        EXPECT_EQ(cells.at(address).value, "[c]");
    }
    EXPECT_EQ(cells.at("C11"), number("0", "#,##0")) << "a zero is a zero";
    EXPECT_EQ(cells.at("E11").value, "[z]");
    EXPECT_EQ(cells.at("C12"), number("1279", "#,##0"));
}

TEST(TableSheet, FillsEveryLabelAndPutsUnitsIntoHeadings) {
    const Unpacked workbook = written(sample_report());
    const auto& cells = workbook.sheet("1 Pathology").cells;
    EXPECT_EQ(cells.at("A9").value, "Healthcare Scientists – Blood");
    EXPECT_EQ(cells.at("A10").value, "Healthcare Scientists – Blood");
    EXPECT_EQ(cells.at("B12").value, "All");
    EXPECT_EQ(cells.at("E8").value, "Female (%)");
    EXPECT_EQ(cells.at("A5").value, "Unit: Headcount: people; FTE: full-time equivalents");
}

TEST(TableSheet, ExplainsTheMarkersThatItHasAndNoOthers) {
    const Unpacked workbook = written(sample_report());
    EXPECT_EQ(workbook.sheet("1 Pathology").cells.at("A6").value,
              "[c] means hidden, so that nobody can be recognised. [z] means not applicable.");
    EXPECT_EQ(workbook.sheet("2 Age profile of medical staff").cells.at("A6").value,
              "[c] means hidden, so that nobody can be recognised.");
}

TEST(TableSheet, KeepsTheHeadingsInSightAndOnEveryPage) {
    const Unpacked workbook = written(sample_report());
    EXPECT_EQ(attribute(workbook.sheet("1 Pathology").xml, "pane", "ySplit"), "8");
    EXPECT_EQ(attribute(workbook.sheet("1 Pathology").xml, "pageSetup", "orientation"), "landscape");
    EXPECT_NE(workbook.part("xl/workbook.xml").find("'1 Pathology'!$8:$8"), std::string::npos);
}

TEST(TableSheet, ShowsAsManyDecimalsAsTheFigureHas) {
    report::TableBlock block = staff_block();
    block.table = publishable({{{"group", same("Group")}},
                               {{"value", same("Value"), 2, false}},
                               {{"a", {same("a")}, {Decimal{-305, 2}}, false},
                                {"b", {same("b")}, {Decimal{29, 2}}, false},
                                {"c", {same("c")}, {Decimal{12345678901, 5}}, false}}});
    const Unpacked workbook = written(report_with(block));
    const auto& cells = workbook.sheet("1 Pathology").cells;
    EXPECT_EQ(cells.at("B8"), number("-3.05", "#,##0.00"));
    EXPECT_EQ(cells.at("B9"), number("0.29", "#,##0.00"));
    EXPECT_EQ(cells.at("B10"), number("123456.78901", "#,##0.00000"));
}

TEST(TableSheet, SaysSoWhenThereAreNoRows) {
    Table table = age_table();
    table.rows.clear();
    report::TableBlock block = age_block();
    block.table = publishable(table);
    const Unpacked workbook = written(report_with(block));
    const StoredSheet& sheet = workbook.sheet("1 Age profile of medical staff");
    EXPECT_TRUE(sheet.tables.empty());
    EXPECT_EQ(sheet.cells.at("A7").value, "This table has no rows.");
    EXPECT_EQ(workbook.sheets().size(), 6U) << "and no chart";
}

TEST(TableSheet, KeepsHeadingsApartThatExcelWouldCallTheSame) {
    Table table = age_table();
    table.columns[1].title = same("AREA (%)");
    table.columns[2].title = same("area (%)");
    table.columns[0].title = same("Two\nlines (%)");
    report::TableBlock block = age_block();
    block.table = publishable(table);
    const Unpacked workbook = written(report_with(block));
    const StoredSheet& sheet = workbook.sheet("1 Age profile of medical staff");
    EXPECT_EQ(sheet.cells.at("B8").value, "Two lines (%)");
    EXPECT_EQ(sheet.cells.at("C8").value, "AREA (%)");
    EXPECT_EQ(sheet.cells.at("D8").value, "area (%) (2)");
    EXPECT_NE(sheet.tables.at(0).find("name=\"area (%) (2)\""), std::string::npos);
}

}  // namespace
}  // namespace quarterdeck::render
