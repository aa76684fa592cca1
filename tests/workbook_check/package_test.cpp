#include "workbook_check/package.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "refusal.h"
#include "small_workbook.h"
#include "workbook_check/workbook.h"

namespace quarterdeck::workbook_check {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path saved(const std::string& name, const std::string& bytes) {
    const std::filesystem::path file = written("small.xlsx").parent_path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string refusal_of(const std::filesystem::path& file) {
    try {
        read_workbook(read_package(file), "it");
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return "not refused";
}

TEST(Package, RefusesWhatIsNotAWorkbookInASentence) {
    EXPECT_THAT(refusal_of("/nowhere/at/all.xlsx"), HasSubstr("no such file"));
    EXPECT_THAT(refusal_of(saved("text.xlsx", "staff,band\n1,2\n")), HasSubstr("Expected an Excel workbook"));
    EXPECT_THAT(refusal_of(saved("empty.xlsx", "")), HasSubstr("Expected an Excel workbook"));
}

TEST(Package, RefusesATruncatedWorkbookWhereverItEnds) {
    const std::string whole = bytes_of(written("small.xlsx"));
    for (std::size_t part = 1; part < 20; ++part)
        EXPECT_NE(refusal_of(saved("cut.xlsx", whole.substr(0, whole.size() * part / 20))), "not refused") << part;
}

TEST(Package, SurvivesAChangedByteAnywhere) {
    const std::string whole = bytes_of(written("small.xlsx"));
    for (std::size_t at = 0; at < whole.size(); at += 31) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        refusal_of(saved("changed.xlsx", changed));
    }
}

}  // namespace
}  // namespace quarterdeck::workbook_check
