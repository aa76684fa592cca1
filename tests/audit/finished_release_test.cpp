#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "audit/finished/results.h"
#include "made_release.h"
#include "query/exact.h"
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

TEST(FinishedRelease, IsRefusedWhereAComputedTableRestsOnACountThatProtectsAnother) {
    std::size_t refused = 0;
    std::size_t opened = 0;
    for (unsigned seed = 1; seed <= 10; ++seed) {
        MadeRelease release(seed, 40);
        release.write_tables(release.pattern);
        release.given_by = release.pattern;
        EXPECT_EQ(refusal(release), "") << "seed " << seed;
        for (const disclosure::Pattern& open : release.opened()) {
            if (open.fates.back() == release.pattern.fates.back()) continue;
            release.given_by = open;
            ++opened;
            const std::string said = refusal(release);
            refused += said.empty() ? 0 : 1;
            EXPECT_TRUE(said.empty() || said.starts_with("made/")) << said;
        }
    }
    ASSERT_GT(opened, 10U);
    // As above: a cell may be opened alone where another one still protects the same counts.
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

/// How often the audit refuses a result of hidden men and women that is shown in a row whose headcount is shown.
class ResultsThatWereLeft {
public:
    explicit ResultsThatWereLeft(const std::string& column) {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            MadeRelease release(seed, 40);
            const query::Answer& bands = release.staff.answers.front();
            for (std::size_t row = 0; row < bands.rows.size(); ++row)
                if (column == "fte_per_head" ? tells_fte(release, row) : tells(release, row))
                    leave(release, row, column);
        }
    }

    std::size_t left = 0;
    std::size_t refused = 0;
    std::set<bool> below_zero;

private:
    static constexpr std::size_t headcount = 0;
    static constexpr std::size_t fte = 1;
    static constexpr std::size_t male = 2;
    static constexpr std::size_t female = 3;

    /// Whether men and women add up to a headcount that is shown, and are hidden.
    static bool tells(const MadeRelease& release, std::size_t row) {
        const query::Answer& bands = release.staff.answers.front();
        const auto fate = [&](std::size_t measure) {
            return release.pattern.fates.front()[row * bands.measures.size() + measure];
        };
        return fate(headcount) == disclosure::Fate::shown && fate(male) != disclosure::Fate::shown &&
               fate(female) != disclosure::Fate::shown && bands.cell(row, male).value > 0 &&
               bands.cell(row, female).value > 0 &&
               bands.cell(row, male).value + bands.cell(row, female).value == bands.cell(row, headcount).value;
    }

    /// Whether FTE is hidden, and the headcount that it belongs to isn't.
    static bool tells_fte(const MadeRelease& release, std::size_t row) {
        const std::vector<disclosure::Fate>& fates = release.pattern.fates.front();
        const std::size_t first = row * release.staff.answers.front().measures.size();
        return fates[first + headcount] == disclosure::Fate::shown && fates[first + fte] != disclosure::Fate::shown;
    }

    static std::size_t measure_of(const query::Answer& answer, const std::string& id) {
        const auto found = std::find_if(answer.measures.begin(), answer.measures.end(),
                                        [&](const Measure& measure) { return measure.id == id; });
        return static_cast<std::size_t>(found - answer.measures.begin());
    }

    void leave(MadeRelease& release, std::size_t row, const std::string& column) {
        const query::Answer& bands = release.staff.answers.front();
        const auto& formulas = release.metrics.front().formulas;
        const auto formula =
            std::find_if(formulas.begin(), formulas.end(), [&](const Formula& each) { return each.id == column; });
        const std::size_t of = measure_of(bands, formula->of);
        const std::int64_t scale = of == fte ? 100'000 : 1;
        const std::optional<Decimal> result = query::evaluate_formula(
            *formula, bands.cell(row, of).value, scale, bands.cell(row, measure_of(bands, formula->over)).value, 1);
        below_zero.insert(bands.cell(row, female).value < bands.cell(row, male).value);
        release.write_tables(release.pattern);
        ASSERT_EQ(refusal(release), "");
        release.overwrite(0, row, column, plain_text(Figure(*result)));
        ++left;
        refused += refusal(release).find("work out more") == std::string::npos ? 0 : 1;
    }
};

TEST(FinishedRelease, IsRefusedWhereADifferenceTellsWhatItIsOf) {
    const ResultsThatWereLeft differences("less");
    EXPECT_EQ(differences.below_zero.size(), 2U);
    EXPECT_GT(differences.left, 5U);
    EXPECT_EQ(differences.refused, differences.left) << "a sum and a difference leave one value";
}

TEST(FinishedRelease, IsRefusedWhereAPercentageOfAShownHeadcountTellsACount) {
    for (const std::string column : {"male_percent", "female_percent"}) {
        const ResultsThatWereLeft percentages(column);
        EXPECT_GT(percentages.left, 5U);
        EXPECT_EQ(percentages.refused, percentages.left) << "of less than a hundred people each per cent is one count";
    }
}

TEST(FinishedRelease, IsRefusedWhereFtePerHeadTellsTheFteOfAShownHeadcount) {
    const ResultsThatWereLeft per_head("fte_per_head");
    EXPECT_GT(per_head.left, 1U);
    EXPECT_EQ(per_head.refused, per_head.left) << "a hundredth each of less than fifty people is less than 1.0 FTE";
}

TEST(FinishedRelease, IsRefusedWhereGrowthTellsWhatHasGrown) {
    const ResultsThatWereLeft growth("growth");
    EXPECT_EQ(growth.below_zero.size(), 2U);
    EXPECT_GT(growth.left, 5U);
    EXPECT_EQ(growth.refused, growth.left) << "so few people have one quotient each";
}

TEST(FinishedRelease, IsRefusedWhereGrowthAYearTellsWhatHasGrown) {
    const ResultsThatWereLeft growth("a_year");
    EXPECT_EQ(growth.below_zero.size(), 2U);
    EXPECT_GT(growth.left, 5U);
    EXPECT_EQ(growth.refused, growth.left) << "the quotient's third root tells it as well as the quotient";
}

TEST(FinishedRelease, KnowsWhatGrowthAYearAddsUpTo) {
    // 8.0 % a year is from 7.95 to 8.05; 1.0795 to the third is 1.257963, 1.0805 to the third is 1.261462.
    const Formula formula{.kind = Formula::Kind::compound_growth, .places = 1, .years = 3};
    const audit::Quotient quotient = audit::quotient_of(formula, audit::unrounded(*audit::read_result("8.0")));
    EXPECT_EQ(quotient.times, 1);
    EXPECT_EQ(quotient.range.low / 10, 12579) << "1.2579 and a little less than 63";
    EXPECT_EQ(quotient.range.high / 10, 12614);
    EXPECT_LE(quotient.range.low, 125'796);
    EXPECT_GE(quotient.range.high, 126'147);
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
