#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "render/workbook.h"
#include "render/workbook_package.h"
#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

std::string failure(const std::function<void()>& act) {
    try {
        act();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

void write_to(const std::filesystem::path& file) {
    save(file, workbook(sample_report(), sample_folder(), Language::english));
}

TEST(BrokenWorkbook, IsNoticedWhenCutShort) {
    const Folder folder;
    const auto file = folder.path() / "report.xlsx";
    write_to(file);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    std::ifstream half(file, std::ios::binary);
    EXPECT_NE(failure([&] { spreadsheet::package(half, "en"); }).find("broken"), std::string::npos);
    std::istringstream nothing;
    EXPECT_NE(failure([&] { spreadsheet::package(nothing, "en"); }), "none");
}

TEST(BrokenWorkbook, IsNoticedWhenAPartIsCutShort) {
    std::stringstream archive;
    Poco::Zip::Compress zip(archive, true);
    std::istringstream part("<worksheet><sheetData>");
    zip.addFile(part, Poco::DateTime(2020, 1, 1), Poco::Path("sheet1.xml", Poco::Path::PATH_UNIX));
    zip.close();
    EXPECT_NE(failure([&] { spreadsheet::package(archive, "en"); }).find("\"sheet1.xml\""), std::string::npos);
}

}  // namespace
}  // namespace quarterdeck::render
