#include <gtest/gtest.h>

#include <algorithm>

#include "made_release.h"
#include "refusal.h"

namespace quarterdeck::testing {
namespace {

/// What the audit says, empty where it passes.
std::string refusal(const MadeRelease& release) {
    try {
        release.audited();
        return {};
    } catch (const Refusal& refused) {
        return refused.what();
    }
}

/// The first release in which something is hidden for others' sake.
MadeRelease with_secondary(unsigned seed) {
    for (;; ++seed)
        if (MadeRelease made(seed, 40); !made.opened().empty()) return MadeRelease(seed, 40);
}

TEST(FinishedRelease, PassesAsItWasProtected) {
    MadeRelease release = with_secondary(1);
    release.write();
    const audit::Passed passed = release.audited();
    EXPECT_GT(passed.hidden, 0U);
    EXPECT_EQ(passed.proved + passed.narrow, passed.hidden);
    EXPECT_EQ(passed.bounded, 0U);
}

TEST(FinishedRelease, IsRefusedWhereOneFormatShowsWhatOthersHide) {
    MadeRelease release = with_secondary(1);
    const disclosure::Pattern open = release.opened().front();
    for (const std::string format : {"csv", "html", "xlsx"}) {
        release.write(open, release.pattern, {format});
        EXPECT_NE(refusal(release).find("doesn't show what the CSV file"), std::string::npos) << format;
    }
}

TEST(FinishedRelease, IsRefusedWhereAllFormatsShowACountThatProtectsAnother) {
    std::size_t refused = 0;
    std::size_t opened = 0;
    for (unsigned seed = 1; seed <= 10; ++seed) {
        MadeRelease release(seed, 40);
        for (const disclosure::Pattern& open : release.opened()) {
            release.write_tables(open);
            ++opened;
            refused += refusal(release).empty() ? 0 : 1;
        }
    }
    ASSERT_GT(opened, 10U);
    // A cell may be opened alone where another one that is hidden too still protects the same counts.
    EXPECT_GT(refused * 10, opened * 9);
}

TEST(FinishedRelease, NamesTheFigureAndNeverItsValue) {
    MadeRelease release = with_secondary(1);
    std::string said;
    for (const disclosure::Pattern& open : release.opened()) {
        release.write_tables(open);
        said = refusal(release);
        if (said.find("work out more") != std::string::npos) break;
    }
    EXPECT_TRUE(said.starts_with("made/")) << said;
    EXPECT_NE(said.find("Nothing was published."), std::string::npos);
}

TEST(FinishedRelease, IsRefusedWhenAFileLacksATable) {
    MadeRelease release = with_secondary(1);
    release.write();
    std::filesystem::copy_file(release.folder.path() / "tables.cy.xlsx", release.folder.path() / "kept.xlsx");
    release.folder.write("tables.en.html", "<!DOCTYPE html><p id=table-bands>Nothing</p>");
    EXPECT_NE(refusal(release).find("isn't found in the finished file"), std::string::npos);
}

class RandomReleases : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomReleases, AreNeverRefused) {
    for (unsigned i = 0; i < 10; ++i) {
        const unsigned seed = GetParam() * 10 + i;
        MadeRelease release(seed, 12 + static_cast<int>(seed % 60));
        const bool exact =
            std::any_of(release.pattern.certificate.narrow.begin(), release.pattern.certificate.narrow.end(),
                        [](const auto& hidden) { return hidden.low == hidden.high; });
        if (exact) continue;  // refused before anything is written
        if (i == 0)
            release.write();
        else
            release.write_tables(release.pattern);
        EXPECT_EQ(refusal(release), "") << "seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomReleases, ::testing::Range(0U, 20U));

}  // namespace
}  // namespace quarterdeck::testing
