#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "calibrate.h"
#include "example.h"
#include "extract.h"
#include "refusal.h"

namespace example_test {
namespace {

using quarterdeck::example::calibrate;
using quarterdeck::example::Cell;
using quarterdeck::example::Draw;
using quarterdeck::example::ExampleRow;
using quarterdeck::example::Measure;
using quarterdeck::example::PublishedRow;
using quarterdeck::example::Purpose;

constexpr Cell::Kind suppressed = Cell::Kind::suppressed;

Cell shown(std::int64_t value) {
    return {Cell::Kind::open, value, std::to_string(value)};
}

Cell hidden() {
    return {suppressed, 0, "<5"};
}

ExampleRow drawn(const PublishedRow& row, std::uint64_t seed) {
    return calibrate(row, Draw(seed, Purpose::cells));
}

using Pair = std::pair<std::int64_t, std::int64_t>;

constexpr int seeds = 6000;

std::map<Pair, int> sexes_drawn(const PublishedRow& row) {
    std::map<Pair, int> counts;
    for (int seed = 0; seed < seeds; ++seed) {
        const ExampleRow example = drawn(row, static_cast<std::uint64_t>(seed));
        ++counts[{example.value(Measure::male), example.value(Measure::female)}];
    }
    return counts;
}

/// Each of the wanted pairs comes up about equally often, and no other.
void expect_even(const std::map<Pair, int>& counts, const std::set<Pair>& wanted) {
    std::set<Pair> seen;
    const int expected = seeds / static_cast<int>(wanted.size());
    for (const auto& [pair, count] : counts) {
        seen.insert(pair);
        EXPECT_NEAR(count, expected, expected * 0.2) << pair.first << " men, " << pair.second << " women";
    }
    EXPECT_EQ(seen, wanted);
}

TEST(SuppressedCounts, AreDrawnEvenlyFromOneToFourWhateverTheHeadcountSays) {
    const PublishedRow row{"T", "G", "B", {shown(40), shown(2720), hidden(), shown(30), shown(8)}};
    expect_even(sexes_drawn(row), {{1, 30}, {2, 30}, {3, 30}, {4, 30}});
}

TEST(SuppressedCounts, OfBothSexesAreDrawnFromAllSixteenPairs) {
    const PublishedRow row{"T", "G", "B", {shown(6), shown(370), hidden(), hidden(), hidden()}};
    std::set<Pair> all;
    for (int male = 1; male <= 4; ++male)
        for (int female = 1; female <= 4; ++female) all.insert({male, female});
    expect_even(sexes_drawn(row), all);
}

TEST(SuppressedCounts, UnderASuppressedHeadcountAddUpToAtMostFour) {
    const PublishedRow row{"T", "G", "B", {hidden(), shown(240), hidden(), hidden(), hidden()}};
    expect_even(sexes_drawn(row), {{1, 1}, {1, 2}, {1, 3}, {2, 1}, {2, 2}, {3, 1}});
}

TEST(SuppressedCounts, LeaveRoomForTheOpenCountOver55) {
    const PublishedRow row{"T", "G", "B", {shown(6), shown(370), hidden(), hidden(), shown(7)}};
    expect_even(sexes_drawn(row), {{3, 4}, {4, 3}, {4, 4}});
}

TEST(SuppressedCounts, Over55AreAtMostTheHeadcount) {
    const PublishedRow row{"T", "G", "B", {hidden(), shown(296), shown(0), hidden(), hidden()}};
    std::map<std::int64_t, std::set<std::int64_t>> over_55_by_headcount;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const ExampleRow example = drawn(row, seed);
        over_55_by_headcount[example.value(Measure::headcount)].insert(example.value(Measure::over_55));
    }
    EXPECT_EQ(over_55_by_headcount, (std::map<std::int64_t, std::set<std::int64_t>>{
                                        {1, {1}}, {2, {1, 2}}, {3, {1, 2, 3}}, {4, {1, 2, 3, 4}}}));
}

TEST(SuppressedCounts, MoveFteOnlyWhereItBecameImpossible) {
    const PublishedRow row{"T", "G", "B", {shown(6), shown(370), hidden(), hidden(), hidden()}};
    std::set<std::int64_t> moved_at;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const ExampleRow example = drawn(row, seed);
        const std::int64_t people = example.value(Measure::headcount);
        if (example.value(Measure::fte) != 370) moved_at.insert(people);
        EXPECT_GT(example.value(Measure::fte), 0);
        EXPECT_LE(example.value(Measure::fte), 100 * people);
    }
    EXPECT_EQ(moved_at, (std::set<std::int64_t>{2, 3}));
}

TEST(SuppressedCounts, DoNotDependOnTheOpenCellsAround) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const ExampleRow one = drawn({"T", "G", "B", {shown(12), shown(1020), hidden(), shown(11), shown(5)}}, seed);
        const ExampleRow other = drawn({"T", "G", "B", {shown(19), shown(1500), hidden(), shown(17), shown(2)}}, seed);
        EXPECT_EQ(one.value(Measure::male), other.value(Measure::male));
    }
}

TEST(SuppressedCounts, ThatNothingFitsAreRefused) {
    const PublishedRow row{"T", "G", "B", {hidden(), shown(370), shown(9), hidden(), hidden()}};
    EXPECT_THROW(drawn(row, 1), quarterdeck::Refusal);
}

TEST(OpenRows, WhoseCellsContradictEachOtherNameTheCellThatGivesWay) {
    const ExampleRow sexes = drawn({"T", "G", "B", {shown(9), shown(500), shown(4), shown(6), shown(1)}}, 1);
    ASSERT_EQ(sexes.contradictions.size(), 1U);
    EXPECT_EQ(sexes.contradictions[0].arithmetic, "male 4 + female 6 = 10, headcount 9");
    EXPECT_EQ(sexes.value(Measure::headcount), 10);

    const ExampleRow fte =
        drawn({"T", "G", "B", {shown(9), {Cell::Kind::open, 950, "9.50"}, shown(4), shown(5), shown(1)}}, 1);
    ASSERT_EQ(fte.contradictions.size(), 1U);
    EXPECT_EQ(fte.contradictions[0].arithmetic, "FTE 9.50 > headcount 9");
    EXPECT_EQ(fte.value(Measure::fte), 900);

    EXPECT_TRUE(drawn({"T", "G", "B", {shown(9), shown(900), shown(4), shown(5), shown(9)}}, 1).contradictions.empty());
}

/// The published directory with one text of one file replaced.
std::filesystem::path changed(const std::string& file, const std::string& from, const std::string& to) {
    auto directory = fresh_path();
    std::filesystem::copy(published, directory);
    std::string text = read_text(directory / file);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    text.replace(at, from.size(), to);
    std::ofstream(directory / file, std::ios::binary) << text;
    return directory;
}

TEST(TheExample, DoesNotLookAtPublishedTotals) {
    const auto other =
        changed("appendix1_totals.csv", "Neurophysiology,Total,35,32.55", "Neurophysiology,Total,95,88.00");
    const auto out = fresh_path();
    quarterdeck::example::write_example({other, out, std::nullopt, 1});
    EXPECT_EQ(read_text(out / "assignments/2023-03-31.csv"), read_text(example(1) / "assignments/2023-03-31.csv"));
    EXPECT_NE(read_text(out / "calibration.csv"), read_text(example(1) / "calibration.csv"));
}

}  // namespace
}  // namespace example_test
