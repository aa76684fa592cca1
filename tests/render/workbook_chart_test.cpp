#include <gtest/gtest.h>

#include <fstream>

#include "render/workbook.h"
#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

const std::string sheet_reference = "'2 Age profile of medical staff'!";

TEST(ChartSheet, DrawsStackedBarsFromTheCellsOfTheTable) {
    const Unpacked workbook = written(sample_report());
    const std::string& chart = workbook.part("xl/charts/chart1.xml");
    EXPECT_NE(chart.find("<c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/>"), std::string::npos);
    EXPECT_EQ(times(chart, "<c:ser>"), 5U);
    EXPECT_EQ(times(chart, "<c:f>" + sheet_reference + "$A$9:$A$11</c:f>"), 5U);
    EXPECT_NE(chart.find("<c:f>" + sheet_reference + "$B$8</c:f>"), std::string::npos)
        << "a series is named by its heading";
    EXPECT_NE(chart.find("<c:f>" + sheet_reference + "$B$9:$B$11</c:f>"), std::string::npos);
    const auto& cells = workbook.sheet("2 Age profile of medical staff").cells;
    EXPECT_EQ(cells.at("A9").value, "Radiology");
    EXPECT_EQ(cells.at("B8").value, "25 and under (%)");
}

TEST(ChartSheet, StoresNoZeroForAHiddenFigure) {
    const std::string chart = written(sample_report()).part("xl/charts/chart1.xml");
    EXPECT_EQ(chart.find("<c:v>0</c:v>"), std::string::npos);
    EXPECT_EQ(times(chart, "<c:numCache>"), 3U) << "two of five series hide a figure";
}

TEST(ChartSheet, HasWordsForThoseWhoCannotSeeIt) {
    const Unpacked workbook = written(sample_report());
    const std::string& drawing = workbook.part("xl/drawings/drawing1.xml");
    EXPECT_TRUE(attribute(drawing, "xdr:cNvPr", "descr").starts_with("Bars show the share of each age band."));
    EXPECT_TRUE(workbook.sheet("2 Chart").cells.at("A5").value.starts_with("Bars show the share of each age band."));
}

TEST(ChartSheet, LeavesTotalRowsOut) {
    Table table = age_table();
    table.rows[1].total = true;
    report::TableBlock block = age_block();
    block.table = publishable(table);
    const std::string chart = written(report_with(block)).part("xl/charts/chart1.xml");
    EXPECT_NE(chart.find("<c:f>('1 Age profile of medical staff'!$B$9,'1 Age profile of medical staff'!$B$11)</c:f>"),
              std::string::npos)
        << chart.substr(0, 2000);
}

TEST(ChartSheet, DrawsNoLineThroughAHiddenFigure) {
    report::TableBlock block = age_block();
    block.chart->kind = Chart::Kind::line;
    EXPECT_EQ(written(report_with(block)).part("xl/charts/chart1.xml").find("<c:lineChart>"), std::string::npos);
    block.chart->series = {"age_0", "age_2"};
    EXPECT_NE(written(report_with(block)).part("xl/charts/chart1.xml").find("<c:lineChart>"), std::string::npos);
}

// How wide a column is on the screen differs between programs, so a picture that reached into the next would be
// stretched.
TEST(ChartSheet, HoldsAPictureARowWithinItsFirstColumn) {
    Table table = age_table();
    report::TableBlock block = age_block();
    block.chart->kind = Chart::Kind::line;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        block.chart->series[i] = table.columns[i].id = "observed_" + std::to_string(2018 + i);
    block.table = publishable(table);
    const Unpacked workbook = written(report_with(block));
    const std::string& drawing = workbook.part("xl/drawings/drawing1.xml");
    EXPECT_EQ(times(drawing, "<xdr:col>0</xdr:col>"), 6U) << "where each of three begins and ends";
    EXPECT_EQ(times(drawing, "<xdr:col>"), 6U);
    EXPECT_NE(workbook.part("xl/charts/chart1.xml").find("<c:tickLblPos val=\"none\"/>"), std::string::npos);
}

TEST(ChartSheet, IsLeftOutWhereTheTemplateSaysSo) {
    const Folder folder;
    std::ofstream(folder.path() / "workbook.yaml") << "charts: false\n";
    report::TemplateFolder design = sample_folder();
    design.folder = folder.path();
    save(folder.path() / "report.xlsx", workbook(sample_report(), design, Language::english));
    EXPECT_EQ(Unpacked(folder.path() / "report.xlsx").sheets().size(), 9U);
}

}  // namespace
}  // namespace quarterdeck::render
