#include <gtest/gtest.h>

#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

const std::string replaced = "\xEF\xBF\xBD";

/// A report in which every text from outside is this one. Reading it back proves each part well-formed.
report::Report report_of(const std::string& text) {
    const Text hostile = same(text);
    report::Report report = sample_report();
    report.title = hostile;
    report.subtitle = hostile;
    for (report::Section& section : report.sections) {
        section.title = hostile;
        section.introduction = hostile;
    }
    auto& blocks = report.sections[0].blocks;
    report::TableBlock table = age_block();
    Table figures = table.table.table();
    figures.labels[0].title = hostile;
    for (Column& column : figures.columns) column.title = hostile;
    for (TableRow& row : figures.rows) row.labels[0] = hostile;
    table.table = publishable(figures);
    table.title = hostile;
    table.definition = hostile;
    table.unit = hostile;
    table.notes = {hostile};
    table.chart->title = hostile;
    table.chart->description = hostile;
    report::MissingBlock missing{"missing", text, text, hostile, hostile};
    Action action;
    action.id = text;
    action.title = action.theme = action.measure = hostile;
    action.lead = action.due = action.areas = action.linked_id = text;
    blocks = {table, missing, report::ActionsBlock{"plan", text, hostile, {action}}};
    report::Provenance& provenance = report.provenance;
    provenance.host_version = provenance.template_id = provenance.template_version = text;
    provenance.files[0].path = provenance.plugins[0].version = provenance.plugins[0].file = text;
    provenance.plugins[0].title = provenance.populations[0].title = provenance.populations[0].definition = hostile;
    provenance.findings[0].what = provenance.findings[0].places[0].file = provenance.left_out[0].reason = text;
    return report;
}

/// The first table's first label as it is stored.
StoredCell label_in(const Unpacked& workbook) {
    const bool has_notes = workbook.sheets().size() > 9;
    const StoredSheet& sheet = workbook.sheets().at(has_notes ? 3 : 2);
    const std::string range = attribute(sheet.tables.at(0), "table", "ref");
    const int header = position(range.substr(0, range.find(':'))).second;
    return sheet.cells.at("A" + std::to_string(header + 1));
}

TEST(HostileText, LooksLikeAFormulaButIsStoredAsText) {
    for (const std::string text :
         {"=HYPERLINK(\"http://example.org\",\"x\")", "+1", "-1", "@SUM(1)", "{=1}", "=cmd|' /C calc'!A0"}) {
        const StoredCell cell = label_in(written(report_of(text)));
        EXPECT_TRUE(cell.text);
        EXPECT_EQ(cell.value, text);
    }
}

TEST(HostileText, LooksLikeAnAddressButIsStoredAsText) {
    const Unpacked workbook = written(report_of("http://example.org/?a=1&b=2"));
    EXPECT_EQ(label_in(workbook).value, "http://example.org/?a=1&b=2");
    for (const auto& [name, xml] : workbook.parts()) EXPECT_EQ(xml.find("TargetMode"), std::string::npos) << name;
}

TEST(HostileText, WithMarkupIsShownAsItIs) {
    EXPECT_EQ(label_in(written(report_of("<c r=\"A1\"/>&amp;'\"]]>"))).value, "<c r=\"A1\"/>&amp;'\"]]>");
    EXPECT_EQ(label_in(written(report_of("&C&\"Arial\"&99&G"))).value, "&C&\"Arial\"&99&G");
}

TEST(HostileText, WithControlCharactersIsReplaced) {
    EXPECT_EQ(label_in(written(report_of(std::string("a\0b\x01\x1B\x7F", 6)))).value,
              "a" + replaced + "b" + replaced + replaced + replaced);
}

TEST(HostileText, ThatIsNotUtf8IsReplaced) {
    EXPECT_EQ(label_in(written(report_of("a\xC3(b\xFF"))).value, "a" + replaced + "(b" + replaced);
    EXPECT_EQ(label_in(written(report_of("\xED\xA0\x80x"))).value.substr(0, 3), replaced) << "a lone surrogate";
}

TEST(HostileText, WithExcelsEscapesComesBackWhole) {
    EXPECT_EQ(label_in(written(report_of("_x0041_"))).value, "_x005F_x0041_") << "Excel shows _x0041_";
}

TEST(HostileText, OfFortyThousandCharactersIsCutToACell) {
    const StoredCell cell = label_in(written(report_of(std::string(40'000, 'x'))));
    EXPECT_EQ(cell.value, std::string(32'766, 'x') + "…");
    EXPECT_NO_THROW(written(report_of(std::string(100'000, '&'))));
    std::string helices;
    for (int i = 0; i < 20'000; ++i) helices += "🧬";
    EXPECT_NO_THROW(written(report_of(helices)));
}

TEST(HostileText, ThatIsEmptyOrBlankStillGivesAWorkbook) {
    EXPECT_EQ(label_in(written(report_of(""))).value, "All");
    EXPECT_NO_THROW(written(report_of(" \n\t ")));
}

TEST(HostileText, CannotMakeSheetNamesCollide) {
    report::Report report = report_of("x");
    report.sections[0].blocks.clear();
    for (int i = 0; i < 12; ++i) {
        report::TableBlock block = age_block();
        block.title = same(std::string(60, 'a') + std::to_string(i));
        report.sections[0].blocks.push_back(block);
    }
    EXPECT_EQ(written(report).sheets().size(), 5U + 24U + 1U);
}

TEST(HostileText, OfExtremeFiguresIsStored) {
    report::TableBlock block = staff_block();
    block.table = publishable(
        {{{"group", same("Group")}},
         {{"value", same("Value"), 0, false}},
         {{"a", {same("a")}, {Decimal{INT64_MAX, 0}}, false}, {"b", {same("b")}, {Decimal{INT64_MIN, 18}}, false}}});
    const Unpacked workbook = written(report_with(block));
    EXPECT_EQ(workbook.sheet("1 Pathology").cells.at("B8").value, "9.22337203685478e+18");
    EXPECT_EQ(workbook.sheet("1 Pathology").cells.at("B9").value, "-9.22337203685478");
}

}  // namespace
}  // namespace quarterdeck::render
