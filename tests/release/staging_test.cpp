#include "release/staging.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "../temporary_folder.h"
#include "refusal.h"
#include "release/manifest.h"

namespace quarterdeck::release {
namespace {

namespace fs = std::filesystem;

class StagingTest : public testing::Test {
protected:
    fs::path out() const { return folder_ / "out"; }

    void publish(const std::string& text) const {
        Staging staging(out());
        staging.write("pages/one.html", text);
        staging.write("release.json", manifest_text({.host_version = "1", .files = staging.files()}));
        staging.publish();
    }

    static std::string content(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    }

    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    const TemporaryFolder temporary_;
    const fs::path folder_ = temporary_.path();
};

TEST_F(StagingTest, PublishesTheWholeSetAndLeavesNothingElse) {
    publish("first");
    EXPECT_EQ(content(out() / "pages/one.html"), "first");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(StagingTest, ReplacesAnEarlierRelease) {
    publish("first");
    publish("second");
    EXPECT_EQ(content(out() / "pages/one.html"), "second");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(StagingTest, LeavesTheEarlierReleaseWhenItIsNotPublished) {
    publish("first");
    {
        Staging staging(out());
        staging.write("pages/one.html", "second");
    }
    EXPECT_EQ(content(out() / "pages/one.html"), "first");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(StagingTest, RefusesADirectoryThatHoldsSomethingElse) {
    fs::create_directories(out());
    std::ofstream(out() / "thesis.odt") << "mine";
    EXPECT_THROW(Staging{out()}, Refusal);
    EXPECT_EQ(content(out() / "thesis.odt"), "mine");
}

TEST_F(StagingTest, RefusesAnEarlierReleaseThatTheUserAddedTo) {
    publish("first");
    std::ofstream(out() / "pages/notes.txt") << "mine";
    try {
        Staging staging(out());
        FAIL() << "the user's file would be lost";
    } catch (const Refusal& refusal) {
        EXPECT_NE(std::string(refusal.what()).find("pages/notes.txt"), std::string::npos) << refusal.what();
    }
    EXPECT_EQ(content(out() / "pages/notes.txt"), "mine");
}

TEST_F(StagingTest, RefusesAReleaseJsonOfSomethingElse) {
    fs::create_directories(out());
    std::ofstream(out() / "release.json") << R"({"files": []})";
    EXPECT_THROW(Staging{out()}, Refusal);
}

TEST_F(StagingTest, RefusesAFileInPlaceOfTheDirectory) {
    std::ofstream(out()) << "mine";
    EXPECT_THROW(Staging{out()}, Refusal);
    EXPECT_EQ(content(out()), "mine");
}

TEST_F(StagingTest, RemovesWhatAKilledRunLeft) {
    fs::create_directories(folder_ / ".out.staging-killed");
    std::ofstream(folder_ / ".out.staging-killed/half.html") << "half";
    publish("first");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(StagingTest, LeavesAnotherRunThatIsStillWritingAlone) {
    Staging other(out());
    other.write("pages/one.html", "other");
    publish("first");
    EXPECT_EQ(other.files().size(), 1U);
}

TEST_F(StagingTest, TakesAnEmptyDirectoryAndATrailingSlash) {
    fs::create_directories(out());
    Staging staging(out().string() + "/");
    staging.write("release.json", manifest_text({.host_version = "1"}));
    staging.publish();
    EXPECT_TRUE(fs::exists(out() / "release.json"));
}

TEST_F(StagingTest, ListsEachFileWithItsChecksumByPath) {
    // printf abc | sha256sum; printf '' | sha256sum
    Staging staging(out());
    staging.write("b/abc.txt", "abc");
    staging.write("a.txt", "");
    const std::vector<ReleasedFile> files = staging.files();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path, "a.txt");
    EXPECT_EQ(files[0].sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(files[1].path, "b/abc.txt");
    EXPECT_EQ(files[1].bytes, 3U);
    EXPECT_EQ(files[1].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace quarterdeck::release
