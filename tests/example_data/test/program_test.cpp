#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "extract.h"

namespace example_test {
namespace {

namespace fs = std::filesystem;

struct Outcome {
    int status = -1;
    std::string output;
};

Outcome run(const std::string& arguments) {
    const std::string command = std::string(EXAMPLE_PROGRAM) + " " + arguments + " 2>&1";
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    Outcome outcome;
    std::array<char, 512> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) outcome.output += part.data();
    outcome.status = WEXITSTATUS(pclose(pipe));
    return outcome;
}

std::string from(const fs::path& directory) {
    return "--published " + directory.string() + " ";
}

TEST(TheProgram, ReplacesAnExampleWrittenEarlier) {
    const fs::path out = fresh_path();
    EXPECT_EQ(run(from(published) + "--seed 5 --out " + out.string()).status, 0);
    const std::string first = read_text(out / "assignments/2023-03-31.csv");
    EXPECT_EQ(run(from(published) + "--seed 6 --out " + out.string() + "/").status, 0);
    EXPECT_NE(read_text(out / "assignments/2023-03-31.csv"), first);
    for (const auto& entry : fs::directory_iterator(out.parent_path()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
}

TEST(TheProgram, RemovesWhatAKilledRunLeft) {
    const fs::path out = fresh_path();
    const fs::path left = out.parent_path() / ("." + out.filename().string() + ".unfinished");
    fs::create_directories(left);
    std::ofstream(left / "half.csv") << "half";
    EXPECT_EQ(run(from(published) + "--out " + out.string()).status, 0);
    EXPECT_FALSE(fs::exists(left));
    EXPECT_FALSE(fs::exists(out / "half.csv"));
}

TEST(TheProgram, LeavesADirectoryWithAnythingElseAsItIs) {
    const fs::path out = fresh_path();
    fs::create_directories(out);
    std::ofstream(out / "dataset.yaml") << "synthetic: true\n";
    std::ofstream(out / "minutes.txt") << "kept";
    const Outcome outcome = run(from(published) + "--out " + out.string());
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.output.find("holds something other than an example"), std::string::npos) << outcome.output;
    EXPECT_EQ(read_text(out / "minutes.txt"), "kept");
}

TEST(TheProgram, LeavesRealRecordsAsTheyAre) {
    const fs::path out = fresh_path();
    fs::create_directories(out / "assignments");
    EXPECT_EQ(run(from(published) + "--out " + out.string()).status, 2);
    EXPECT_TRUE(fs::exists(out / "assignments"));
}

TEST(TheProgram, RefusesFewerPeopleThanTheTablesNeed) {
    const fs::path out = fresh_path();
    const Outcome outcome = run(from(published) + "--people 5000 --out " + out.string());
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.output.find("--people is 5000; expected a number from 1"), std::string::npos) << outcome.output;
    EXPECT_FALSE(fs::exists(out));
}

TEST(TheProgram, RefusesMissingOptionsAndWrongNumbers) {
    EXPECT_EQ(run("").status, 2);
    EXPECT_EQ(run(from(published) + "--people many --out " + fresh_path().string()).status, 2);
    EXPECT_EQ(run("--help").status, 0);
}

TEST(TheProgram, NamesAPublishedFileThatIsMissing) {
    const fs::path out = fresh_path();
    const Outcome outcome = run("--published /nonexistent --out " + out.string());
    EXPECT_EQ(outcome.status, 3);
    EXPECT_NE(outcome.output.find("/nonexistent/appendix1_workforce.csv can't be read"), std::string::npos);
    EXPECT_FALSE(fs::exists(out));
}

TEST(TheProgram, NamesThePlaceOfAFigureThatIsNotOne) {
    const fs::path directory = fresh_path();
    fs::copy(published, directory);
    std::ofstream(directory / "appendix1_totals.csv", std::ios::app) << "Genomics,Total,12x,1,1,1,1,1,1,1,1\n";
    const Outcome outcome = run(from(directory) + "--out " + fresh_path().string());
    EXPECT_EQ(outcome.status, 3);
    EXPECT_NE(outcome.output.find("appendix1_totals.csv, line 11: "), std::string::npos) << outcome.output;
}

TEST(TheProgram, SaysWhyItCannotWrite) {
    const Outcome outcome = run(from(published) + "--out /proc/example");
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.output.find("/proc/example can't be written"), std::string::npos) << outcome.output;
}

}  // namespace
}  // namespace example_test
