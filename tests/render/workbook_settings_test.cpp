#include "render/workbook_settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "refusal.h"
#include "unpacked.h"

namespace quarterdeck::render::spreadsheet {
namespace {

Settings read(const std::string& yaml) {
    const Folder folder;
    std::ofstream(folder.path() / "workbook.yaml") << yaml;
    return Settings::read(folder.path());
}

std::string refusal(const std::string& yaml) {
    try {
        read(yaml);
    } catch (const Refusal& refused) {
        return refused.what();
    }
    return "accepted";
}

TEST(WorkbookSettings, KeepTheirValuesWithoutAFile) {
    const Folder folder;
    EXPECT_TRUE(Settings::read(folder.path()).charts);
}

TEST(WorkbookSettings, AreRead) {
    const Settings settings = read("charts: false\nlabel_width: 30\nfigure_width: 9\n");
    EXPECT_FALSE(settings.charts);
    EXPECT_EQ(settings.label_width, 30);
    EXPECT_EQ(settings.figure_width, 9);
}

TEST(WorkbookSettings, RefuseWhatIsWrongWithItsLine) {
    EXPECT_NE(refusal("charts: true\nchart: true\n").find("workbook.yaml, line 2: the key \"chart\""),
              std::string::npos);
    EXPECT_NE(refusal("charts: true\ncharts: false\n").find("workbook.yaml, line 2"), std::string::npos);
    EXPECT_NE(refusal("charts: maybe\n").find("line 1: the value of \"charts\" must be true or false"),
              std::string::npos);
    EXPECT_NE(refusal("\nlabel_width: 4\n").find("line 2: the value of \"label_width\""), std::string::npos);
    EXPECT_NE(refusal("label_width: 4x\n").find("line 1"), std::string::npos);
    EXPECT_NE(refusal("label_width: 201\n").find("line 1"), std::string::npos);
}

TEST(WorkbookSettings, OfTheProjectsTemplatesAreValid) {
    EXPECT_NO_THROW(Settings::read(QUARTERDECK_TEMPLATES "/appendix-tables"));
}

}  // namespace
}  // namespace quarterdeck::render::spreadsheet
