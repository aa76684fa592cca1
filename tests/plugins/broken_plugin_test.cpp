#include <gtest/gtest.h>
#include <sys/wait.h>

#include <fstream>

#include "shelf.h"

// Every plugin here stands beside a good one, which must load and compute whatever happens to the other.
namespace {

using namespace quarterdeck::plugins;

struct Refused {
    std::string what;
    std::string remedy;
};

Refused refusal_of(const std::filesystem::path& file, const Limits& limits = {}) {
    const Fleet fleet = Fleet::launch_files({shelf::file("good"), file}, limits);
    shelf::expect_good(fleet);
    EXPECT_EQ(fleet.loaded().size(), 1U);
    if (fleet.refused().size() != 1) return {std::to_string(fleet.refused().size()) + " plugins were refused", ""};
    EXPECT_EQ(fleet.refused()[0].file, file);
    EXPECT_FALSE(fleet.refused()[0].remedy.empty());
    return {fleet.refused()[0].what, fleet.refused()[0].remedy};
}

std::filesystem::path written(const std::string& name, const std::string& content) {
    auto file = std::filesystem::path(testing::TempDir()) / name;
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

TEST(BrokenPlugin, SegmentationFaultInAStaticConstructorIsNamed) {
    EXPECT_EQ(refusal_of(shelf::file("segfault_when_loaded")).what,
              "The plugin's worker was ended by signal 11 (segmentation fault) before it answered.");
}

TEST(BrokenPlugin, ExitInAStaticConstructorIsNotTakenForSuccess) {
    EXPECT_EQ(refusal_of(shelf::file("exit_when_loaded")).what,
              "The plugin's worker exited with status 0 before it answered.");
}

TEST(BrokenPlugin, ExceptionAcrossTheBoundaryEndsTheWorkerOnly) {
    EXPECT_EQ(refusal_of(shelf::file("throws_across")).what,
              "The plugin's worker was ended by signal 6 (aborted) before it answered.");
}

TEST(BrokenPlugin, ExceptionCaughtByTheCppFaceIsShownInItsOwnWords) {
    EXPECT_EQ(refusal_of(shelf::file("throws_inside")).what, "The lookup of grades is empty.");
}

TEST(BrokenPlugin, EndlessLoopIsEndedAtTheDeadline) {
    EXPECT_EQ(refusal_of(shelf::file("endless"), {.deadline = std::chrono::milliseconds(3000)}).what,
              "The plugin's worker didn't answer within 3 s.");
}

TEST(BrokenPlugin, GarbageOnThePrivateDescriptorIsAFault) {
    EXPECT_EQ(refusal_of(shelf::file("garbage_frame")).what,
              "The plugin's worker sent a reply that isn't a frame of this host's.");
}

TEST(BrokenPlugin, HugeReplyIsRefusedBeforeItIsRead) {
    EXPECT_EQ(refusal_of(shelf::file("huge_length")).what,
              "The plugin's worker announced a reply of 1152921504606846976 bytes; at most 67108864 are allowed.");
}

TEST(BrokenPlugin, ReplyThatEndsInTheMiddleIsAFault) {
    EXPECT_EQ(refusal_of(shelf::file("truncated")).what,
              "The plugin's worker exited with status 7 in the middle of its reply.");
}

TEST(BrokenPlugin, WrongMagicIsRefusedWithBothValues) {
    EXPECT_EQ(refusal_of(shelf::file("wrong_magic")).what,
              "It isn't a Quarterdeck plugin: its mark is 7, expected 1363428683.");
}

TEST(BrokenPlugin, NewerInterfaceIsRefusedWithBothVersionsAndTheRemedy) {
    const Refused refused = refusal_of(shelf::file("newer_major"));
    EXPECT_EQ(refused.what, "It was built for plugin interface 2.3; this host speaks 1.2.");
    EXPECT_EQ(refused.remedy, "Update Quarterdeck, or build the plugin with this release's SDK.");
}

TEST(BrokenPlugin, ShorterStructIsRefusedWithBothSizes) {
    EXPECT_EQ(refusal_of(shelf::file("too_small")).what,
              "Its description of itself is 12 bytes long; expected at least 32.");
}

TEST(BrokenPlugin, MissingEntryPointIsNamed) {
    EXPECT_EQ(refusal_of(shelf::file("no_plugin_function")).what, "It doesn't export quarterdeck_plugin.");
}

TEST(BrokenPlugin, UndefinedSymbolIsNamedWithoutTheDirectory) {
    const Refused refused = refusal_of(shelf::file("undefined_symbol"));
    EXPECT_NE(refused.what.find("undefined symbol: function_that_nobody_supplies"), std::string::npos) << refused.what;
    EXPECT_EQ(refused.what.find(SHELF), std::string::npos) << refused.what;
}

TEST(BrokenPlugin, DescriptionThatIsNotUtf8IsRefusedWithItsPlace) {
    EXPECT_EQ(refusal_of(shelf::file("not_json")).what,
              "It describes itself in a message that can't be used. The message isn't JSON in UTF-8: it can't be read "
              "beyond byte 13 of 14.");
}

TEST(BrokenPlugin, SilenceIsNotAnAnswer) {
    EXPECT_EQ(refusal_of(shelf::file("says_nothing")).what, "The plugin returned 0 without an answer.");
}

TEST(BrokenPlugin, MissingLanguageIsRefusedWithTheMetric) {
    EXPECT_EQ(refusal_of(shelf::file("one_language")).what, "Metric staff: the definition is missing in Welsh.");
}

TEST(BrokenPlugin, TextFileIsRefused) {
    const Refused refused = refusal_of(written("text.so", "This is a text, not a plugin.\n"));
    EXPECT_NE(refused.what.find("text.so: file too short"), std::string::npos) << refused.what;
}

TEST(BrokenPlugin, LongTextFileIsRefused) {
    const Refused refused = refusal_of(written("long_text.so", std::string(100'000, 'x')));
    EXPECT_NE(refused.what.find("long_text.so: invalid ELF header"), std::string::npos) << refused.what;
}

TEST(BrokenPlugin, EmptyFileIsRefused) {
    const Refused refused = refusal_of(written("empty.so", ""));
    EXPECT_NE(refused.what.find("empty.so: file too short"), std::string::npos) << refused.what;
}

TEST(BrokenPlugin, FileThatIsNotThereIsRefused) {
    EXPECT_EQ(refusal_of("/nowhere/absent.so").what, "The file can't be read: No such file or directory.");
}

TEST(BrokenPlugin, BeginningOfAPluginIsRefused) {
    std::ifstream whole(shelf::file("good"), std::ios::binary);
    std::string beginning(10'000, '\0');
    whole.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    EXPECT_FALSE(refusal_of(written("beginning.so", beginning)).what.empty());
}

TEST(BrokenPlugin, NoProcessIsLeftAfterFaults) {
    for (const char* name : {"segfault_when_loaded", "exit_when_loaded", "garbage_frame", "truncated", "newer_major"})
        refusal_of(shelf::file(name));
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

}  // namespace
