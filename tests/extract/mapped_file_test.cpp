#include "extract/mapped_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/sha256.h"
#include "records.h"

namespace quarterdeck::extract {
namespace {

TEST(MappedFile, LeavesOutTheByteOrderMark) {
    const snapshot::DataDirectory data;
    data.write("a.csv", "\xEF\xBB\xBFx,y\n");
    const MappedFile file(data.path() / "a.csv");
    EXPECT_EQ(file.text(), "x,y\n");
    EXPECT_EQ(file.bytes().size(), 7U);
    EXPECT_FALSE(file.changed());
}

TEST(MappedFile, SurvivesAFileThatIsCutShort) {
    const snapshot::DataDirectory data;
    data.write("a.csv", std::string(std::size_t{3} << 20, 'x'));
    const MappedFile file(data.path() / "a.csv");
    std::filesystem::resize_file(data.path() / "a.csv", 10);
    EXPECT_EQ(file.text()[std::size_t{2} << 20], '\0');
    EXPECT_TRUE(file.changed());
}

TEST(MappedFile, GivesPartsOfSmallAndOfLargeFiles) {
    const snapshot::DataDirectory data;
    for (const std::size_t size : {std::size_t{1000}, std::size_t{3} << 20}) {
        std::string text;
        while (text.size() < size) text += std::to_string(text.size()) + "\n";
        data.write("a.csv", text);
        const MappedFile file(data.path() / "a.csv");
        std::vector<char> store;
        for (const std::size_t from : {std::size_t{0}, std::size_t{700}, text.size() - 100})
            EXPECT_EQ(file.part(from, 90, store), text.substr(from, 90)) << size;
    }
}

TEST(MappedFile, GivesZerosForAPartThatHasGone) {
    const snapshot::DataDirectory data;
    data.write("a.csv", std::string(std::size_t{3} << 20, 'x'));
    const MappedFile file(data.path() / "a.csv");
    std::filesystem::resize_file(data.path() / "a.csv", 10);
    std::vector<char> store;
    EXPECT_EQ(file.part(5, 10, store), std::string("xxxxx") + std::string(5, '\0'));
    EXPECT_TRUE(file.changed());
}

TEST(MappedFile, TellsThatSomethingWasAdded) {
    const snapshot::DataDirectory data;
    data.write("a.csv", "x");
    const MappedFile file(data.path() / "a.csv");
    data.write("a.csv", "xy");
    EXPECT_TRUE(file.changed());
}

TEST(MappedFile, SaysWhyItCannotBeOpened) {
    const snapshot::DataDirectory data;
    const auto cause = [&](const char* name) -> std::string {
        try {
            const MappedFile file(data.path() / name);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    };
    EXPECT_EQ(cause("absent.csv"), "No such file or directory");
    EXPECT_EQ(cause("."), "Not a regular file");
}

TEST(Sha256, AgreesWithThePublishedExample) {
    // FIPS 180-2, appendix B.1.
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace quarterdeck::extract
