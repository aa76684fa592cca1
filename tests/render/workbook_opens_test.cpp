#include <Poco/Pipe.h>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "render/workbook.h"
#include "sample_report.h"
#include "unpacked.h"

namespace quarterdeck::render {
namespace {

/// Every sheet as LibreOffice shows it, as CSV: its export filter writes one file a sheet.
int convert(const std::filesystem::path& workbook, const std::filesystem::path& folder) {
    const Poco::Process::Args arguments{"-env:UserInstallation=file://" + (folder / "profile").string(),
                                        "--headless",
                                        "--convert-to",
                                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                                        "--outdir",
                                        folder.string(),
                                        workbook.string()};
    Poco::Pipe said;
    const Poco::ProcessHandle running =
        Poco::Process::launch(QUARTERDECK_LIBREOFFICE, arguments, nullptr, &said, &said);
    Poco::PipeInputStream in(said);
    const std::string unread{std::istreambuf_iterator<char>(in), {}};
    return running.wait();
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Workbook, OpensInAnotherProgramWithTheSameFigures) {
    const Folder folder;
    const auto file = folder.path() / "report.xlsx";
    save(file, workbook(sample_report(), sample_folder(), Language::welsh));
    ASSERT_EQ(convert(file, folder.path()), 0);
    const std::string pathology = text_of(folder.path() / "report-1 Patholeg.csv");
    EXPECT_NE(pathology.find("Gwyddonwyr Gofal Iechyd – Gwaed,Band 7/8a/8b,1276,1262.18,67.4\n"), std::string::npos)
        << pathology;
    EXPECT_NE(pathology.find("Gwyddonwyr Gofal Iechyd – Gwaed,Band 8c/8d/9,[c],[c],[c]\n"), std::string::npos);
    EXPECT_NE(pathology.find("Cyfanswm,Pob un,1279,1264.18,67.5\n"), std::string::npos);
    EXPECT_NE(text_of(folder.path() / "report-Clawr.csv").find("Ar 31 Mawrth 2023"), std::string::npos);
}

}  // namespace
}  // namespace quarterdeck::render
