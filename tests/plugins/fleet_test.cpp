#include <gtest/gtest.h>
#include <sys/wait.h>

#include <fstream>

#include "extract/sha256.h"
#include "refusal.h"
#include "shelf.h"

namespace {

using namespace quarterdeck;
using namespace quarterdeck::plugins;

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::filesystem::path empty_directory(const std::string& name) {
    auto directory = std::filesystem::path(testing::TempDir()) / name;
    std::filesystem::remove_all(directory);
    std::filesystem::create_directory(directory);
    return directory;
}

TEST(Fleet, TakesThePluginsOfADirectoryAndNothingElse) {
    const auto directory = empty_directory("fleet-directory");
    std::filesystem::copy_file(shelf::file("good"), directory / "good.so");
    std::ofstream(directory / "README.md") << "No plugin.\n";
    const Fleet fleet = Fleet::launch(directory, {});
    shelf::expect_good(fleet);
    EXPECT_TRUE(fleet.refused().empty());
}

TEST(Fleet, ReportsWhatAPluginSaysOfItself) {
    const Fleet fleet = Fleet::launch_files({shelf::file("good")}, {});
    ASSERT_EQ(fleet.loaded().size(), 1U);
    const LoadedPlugin& plugin = fleet.loaded()[0];
    EXPECT_EQ(plugin.abi, "1.2");
    EXPECT_EQ(plugin.sha256, extract::sha256(content_of(shelf::file("good"))));
    EXPECT_EQ(plugin.programme.version, "1.0.0");
    EXPECT_EQ(plugin.programme.title.cy, "Da");
    ASSERT_EQ(plugin.programme.metrics.size(), 2U);
    EXPECT_FALSE(plugin.programme.metrics[0].computed());
    EXPECT_TRUE(plugin.programme.metrics[1].computed());
    EXPECT_EQ(plugin.programme.metrics[0].query.rows.at(0).where, matches(Field::occupation_code, {"U?A", "U?B"}));
    EXPECT_EQ(plugin.programme.actions.at(0).kind, Action::Kind::milestone);
}

TEST(Fleet, GivesAProgrammeToTheFirstOfTwoPluginsByPath) {
    const Fleet fleet = Fleet::launch_files({shelf::file("same_programme"), shelf::file("good")}, {});
    ASSERT_EQ(fleet.loaded().size(), 1U);
    EXPECT_EQ(fleet.loaded()[0].file, shelf::file("good"));
    ASSERT_EQ(fleet.refused().size(), 1U);
    EXPECT_EQ(fleet.refused()[0].file, shelf::file("same_programme"));
    EXPECT_EQ(fleet.refused()[0].what,
              "same_programme.so and good.so both supply the programme good; good.so takes part.");
    shelf::expect_good(fleet);
}

TEST(Fleet, IsEmptyForAnEmptyDirectory) {
    const Fleet fleet = Fleet::launch(empty_directory("fleet-empty"), {});
    EXPECT_TRUE(fleet.loaded().empty());
    EXPECT_TRUE(fleet.refused().empty());
}

TEST(Fleet, RefusesADirectoryThatIsNotThere) {
    EXPECT_THROW(Fleet::launch("/nowhere/plugins", {}), Refusal);
}

TEST(Fleet, RefusesToRunWithoutTheWorkerProgram) {
    try {
        Fleet::launch_files({shelf::file("good")}, {.worker = "/nowhere/quarterdeck-worker"});
        FAIL();
    } catch (const Refusal& refusal) {
        EXPECT_STREQ(refusal.what(),
                     "/nowhere/quarterdeck-worker: the program that loads plugins isn't there. Install or build "
                     "Quarterdeck again.");
    }
}

TEST(Fleet, ConfinesAPluginBeforeItIsLoaded) {
    Limits limits;
    limits.memory_bytes = std::size_t{512} << 20;
    const Fleet fleet = Fleet::launch_files({shelf::file("probe")}, limits);
    ASSERT_EQ(fleet.loaded().size(), 1U);
    std::string expected = "open 5, environment empty, core 0, file size 0, address space ";
#ifdef QUARTERDECK_SANITIZE
    expected += "18446744073709551615";
#else
    expected += "536870912";
#endif
    EXPECT_EQ(fleet.loaded()[0].programme.version, expected);
}

TEST(Fleet, LoadsTheFirstPluginOfTheReadme) {
    const Fleet fleet = Fleet::launch_files({shelf::file("first_steps")}, {});
    EXPECT_TRUE(fleet.refused().empty());
    ASSERT_EQ(fleet.loaded().size(), 1U);
    EXPECT_EQ(fleet.loaded()[0].programme.id, "first_steps");
}

TEST(Fleet, KeepsALogForTheAuthorOfAPlugin) {
    const Fleet fleet = Fleet::launch_files({shelf::file("throws_inside")}, {});
    EXPECT_EQ(fleet.log_of(shelf::file("throws_inside")), "about to throw\n");
    EXPECT_EQ(fleet.log_of("other.so"), "");
}

TEST(Fleet, LeavesNoProcessBehind) {
    { const Fleet fleet = Fleet::launch_files({shelf::file("good"), shelf::file("probe")}, {}); }
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST(Fleet, MovesWithItsWorkers) {
    Fleet first = Fleet::launch_files({shelf::file("good")}, {});
    const Fleet second = std::move(first);
    shelf::expect_good(second);
}

}  // namespace
