#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "render/workbook.h"
#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

std::vector<std::string> names(const Unpacked& workbook) {
    std::vector<std::string> all;
    for (const StoredSheet& sheet : workbook.sheets()) all.push_back(sheet.name);
    return all;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Workbook, HasItsSheetsInOrder) {
    EXPECT_EQ(
        names(written(sample_report())),
        (std::vector<std::string>{"Cover", "Contents", "Notes", "1 Pathology", "2 Age profile of medical staff",
                                  "2 Chart", "3 Endoscopy nursing", "4 Imaging plan", "Protection", "Provenance"}));
    EXPECT_EQ(names(written(sample_report(), Language::welsh)),
              (std::vector<std::string>{"Clawr", "Cynnwys", "Nodiadau", "1 Patholeg", "2 Proffil oedran staff meddygol",
                                        "2 Siart", "3 Nyrsio endosgopi", "4 Cynllun delweddu", "Diogelu", "Tarddiad"}));
}

TEST(Workbook, HoldsOneTableASheetAndNoneWhereNoneBelongs) {
    for (const StoredSheet& sheet : written(sample_report()).sheets()) {
        const bool without = sheet.name == "Cover" || sheet.name == "2 Chart" || sheet.name == "3 Endoscopy nursing";
        EXPECT_EQ(sheet.tables.size(), without ? 0U : 1U) << sheet.name;
    }
}

TEST(Workbook, SaysHowSmallNumbersAreProtected) {
    const auto cells = written(sample_report()).sheet("Protection").cells;
    EXPECT_EQ(cells.at("A1").value, "How small numbers are protected");
    std::map<std::string, std::string> lines;
    for (const auto& [place, cell] : cells)
        if (place.starts_with("A") && cells.contains("B" + place.substr(1)))
            lines[cell.value] = cells.at("B" + place.substr(1)).value;
    EXPECT_EQ(lines.at("Figures that count staff, each once wherever it stands"), "35");
    EXPECT_EQ(lines.at("Hidden because they are small counts"), "3");
    EXPECT_EQ(lines.at("Decided by"), "CBC 2.10.8, for all tables, reports and languages of this release together");
}

TEST(Workbook, OfADraftHasNoCertificate) {
    report::Report report = sample_report();
    report.provenance.certificate.reset();
    for (const auto& [place, cell] : written(report).sheet("Protection").cells)
        EXPECT_NE(cell.value, "Decided by") << place;
}

TEST(Workbook, IsAnArchiveOfPartsWithTheirTypesFirst) {
    const Folder folder;
    const auto file = folder.path() / "report.xlsx";
    save(file, workbook(sample_report(), sample_folder(), Language::english));
    EXPECT_EQ(bytes_of(file).find("[Content_Types].xml"), 30U) << "right after the first local header";
    for (const auto& [name, xml] : Unpacked(file).parts()) {
        EXPECT_FALSE(name.ends_with("/"));
        EXPECT_TRUE(xml.starts_with("<?xml")) << name;
    }
}

TEST(Workbook, HasNoMergedCellsFormulasOrLinksOutside) {
    const Unpacked workbook = written(sample_report());
    for (const auto& [name, xml] : workbook.parts()) {
        EXPECT_EQ(xml.find("mergeCell"), std::string::npos) << name;
        EXPECT_EQ(xml.find("TargetMode"), std::string::npos) << name;
        EXPECT_EQ(name.find("externalLink"), std::string::npos);
        EXPECT_EQ(name.find("vba"), std::string::npos);
        if (name.starts_with("xl/worksheets/sheet")) {
            EXPECT_EQ(xml.find("<f>"), std::string::npos) << name;
        }
    }
}

TEST(Workbook, LeavesNoCellOfATableBlank) {
    for (const StoredSheet& sheet : written(sample_report()).sheets()) {
        for (const std::string& table : sheet.tables) {
            const std::string range = attribute(table, "table", "ref");
            const auto [left, top] = position(range.substr(0, range.find(':')));
            const auto [right, bottom] = position(range.substr(range.find(':') + 1));
            EXPECT_EQ(left, 1);
            EXPECT_GT(bottom, top);
            for (int row = top; row <= bottom; ++row)
                for (int column = left; column <= right; ++column) {
                    const std::string address =
                        std::string(1, static_cast<char>('A' + column - 1)) + std::to_string(row);
                    ASSERT_TRUE(sheet.cells.contains(address)) << sheet.name << " " << address;
                    EXPECT_NE(sheet.cells.at(address).value, "") << sheet.name << " " << address;
                }
        }
    }
}

TEST(Workbook, HasNoEmptyRowAboveOrInATable) {
    for (const StoredSheet& sheet : written(sample_report()).sheets()) {
        int last = 0;
        for (const auto& [address, cell] : sheet.cells) last = std::max(last, position(address).second);
        for (int row = 1; row <= last; ++row)
            EXPECT_TRUE(sheet.cells.contains("A" + std::to_string(row))) << sheet.name << " row " << row;
    }
}

TEST(Workbook, HeadingsOfItsTablesAreThoseInTheCells) {
    const Unpacked workbook = written(sample_report());
    const StoredSheet& sheet = workbook.sheet("1 Pathology");
    EXPECT_EQ(attribute(sheet.tables.at(0), "table", "ref"), "A8:E12");
    EXPECT_EQ(attribute(sheet.tables.at(0), "tableColumn", "name"), sheet.cells.at("A8").value);
    EXPECT_EQ(times(sheet.tables.at(0), "<tableColumn "), 5U);
    EXPECT_EQ(sheet.tables.at(0).find("<autoFilter"), std::string::npos);
    EXPECT_EQ(attribute(sheet.tables.at(0), "tableStyleInfo", "showRowStripes"), "0");
}

TEST(Workbook, TakesItsDateAndTitleFromTheReport) {
    const Unpacked workbook = written(sample_report(), Language::welsh);
    const std::string core = workbook.part("docProps/core.xml");
    EXPECT_EQ(times(core, "2023-03-31T00:00:00Z"), 2U) << "created and modified";
    EXPECT_NE(core.find("<dc:title>Rhaglenni diagnostig: tablau atodiad</dc:title>"), std::string::npos);
    EXPECT_NE(core.find("<dc:language>cy</dc:language>"), std::string::npos);
}

TEST(Workbook, ComesOutTheSameTwice) {
    const Folder folder;
    save(folder.path() / "first.xlsx", workbook(sample_report(), sample_folder(), Language::english));
    save(folder.path() / "second.xlsx", workbook(sample_report(), sample_folder(), Language::english));
    const std::string first = bytes_of(folder.path() / "first.xlsx");
    EXPECT_FALSE(first.empty());
    EXPECT_TRUE(first == bytes_of(folder.path() / "second.xlsx"));
}

TEST(Workbook, ReplacesAnEarlierLargerFile) {
    const Folder folder;
    const auto file = folder.path() / "report.xlsx";
    std::ofstream(file) << std::string(1'000'000, 'x');
    save(file, workbook(sample_report(), sample_folder(), Language::english));
    EXPECT_EQ(Unpacked(file).sheets().size(), 10U);
    EXPECT_LT(std::filesystem::file_size(file), 1'000'000U);
}

TEST(Workbook, SaysItsMarkingsOnEverySheetAndPage) {
    report::Report report = sample_report();
    report.not_for_publication = true;
    for (const StoredSheet& sheet : written(report).sheets()) {
        EXPECT_TRUE(sheet.cells.at("A2").value.starts_with("NOT FOR PUBLICATION")) << sheet.name;
        EXPECT_TRUE(sheet.cells.at("A3").value.starts_with("DRAFT")) << sheet.name;
        EXPECT_TRUE(sheet.cells.at("A4").value.starts_with("SYNTHETIC")) << sheet.name;
        EXPECT_NE(sheet.xml.find("NOT FOR PUBLICATION – DRAFT – SYNTHETIC"), std::string::npos) << sheet.name;
    }
}

TEST(Workbook, IsUnmarkedWhenTheReportIs) {
    report::Report report = sample_report();
    report.draft = false;
    report.synthetic = false;
    for (const auto& [name, xml] : written(report).parts()) {
        EXPECT_EQ(xml.find("SYNTHETIC"), std::string::npos) << name;
        EXPECT_EQ(xml.find("DRAFT"), std::string::npos) << name;
        EXPECT_EQ(xml.find("NOT FOR PUBLICATION"), std::string::npos) << name;
    }
}

TEST(Workbook, LinksFromTheContentsToEverySheet) {
    const Unpacked workbook = written(sample_report());
    const StoredSheet& contents = workbook.sheet("Contents");
    for (const StoredSheet& sheet : workbook.sheets()) {
        if (sheet.name == "Contents") continue;
        EXPECT_NE(contents.xml.find("location=\"'" + sheet.name + "'!A1\""), std::string::npos) << sheet.name;
    }
}

TEST(Workbook, NumbersEqualNotesOnce) {
    report::Report report = sample_report();
    report::TableBlock again = staff_block();
    again.title = same("Again");
    again.notes.push_back(same("Only here."));
    report.sections[1].blocks.push_back(again);
    const Unpacked workbook = written(report);
    EXPECT_EQ(workbook.sheet("1 Pathology").cells.at("A1").value, "Table 1: Pathology [note 1] [note 2]");
    EXPECT_EQ(workbook.sheet("5 Again").cells.at("A1").value, "Table 5: Again [note 1] [note 2] [note 4]");
    const StoredSheet& notes = workbook.sheet("Notes");
    EXPECT_EQ(notes.cells.at("A6").value, "[note 1]");
    EXPECT_EQ(notes.cells.at("B6").value, "Staff in post in pathology on the reporting date.");
    EXPECT_EQ(notes.cells.at("C6").value, "1, 5");
    EXPECT_EQ(notes.cells.at("C9").value, "5");
}

TEST(Workbook, HasNoNotesSheetWithoutNotes) {
    report::TableBlock block = staff_block();
    block.definition = {};
    block.notes.clear();
    const Unpacked workbook = written(report_with(block));
    EXPECT_EQ(names(workbook),
              (std::vector<std::string>{"Cover", "Contents", "1 Pathology", "Protection", "Provenance"}));
    EXPECT_EQ(workbook.sheet("1 Pathology").cells.at("A4").value, "This sheet contains one table.");
}

TEST(Workbook, SaysWhatIsMissingAndWhy) {
    const StoredSheet sheet = written(sample_report()).sheet("3 Endoscopy nursing");
    EXPECT_EQ(sheet.cells.at("A1").value, "Table 3 is missing: Endoscopy nursing");
    EXPECT_EQ(sheet.cells.at("A5").value, "Programme: endoscopy");
    EXPECT_EQ(sheet.cells.at("A6").value, "Reason: The plugin did not reply in time.");
}

TEST(Workbook, WritesPlansAsTables) {
    const StoredSheet sheet = written(sample_report(), Language::welsh).sheet("4 Cynllun delweddu");
    std::vector<std::string> row;
    for (const char column : std::string("ABCDEFGHI"))
        row.push_back(sheet.cells.at(std::string(1, column) + "8").value);
    EXPECT_EQ(row,
              (std::vector<std::string>{"1.1", "Cam gweithredu", "Denu a recriwtio", "Ehangu'r cynnig prentisiaethau",
                                        "AaGIC", "[z]", "2024-25Q2", "Pob un", "[z]"}));
    EXPECT_TRUE(sheet.cells.at("A8").text) << "1.1 is a name, not a number";
}

TEST(Workbook, TellsWhereTheFiguresComeFrom) {
    const StoredSheet sheet = written(sample_report()).sheet("Provenance");
    std::string all;
    for (const auto& [address, cell] : sheet.cells) all += cell.value + "\n";
    for (const std::string& expected :
         {std::string("Quarterdeck"), std::string("0.1.0"), std::string("appendix-tables"),
          std::string("assignments/2023-03-31.csv"), std::string(64, 'a'), std::string(64, 'b'),
          std::string("pathology.so"), std::string("2023.1"), std::string("line 412"), std::string("1221")})
        EXPECT_NE(all.find(expected), std::string::npos) << expected;
}

}  // namespace
}  // namespace quarterdeck::render
