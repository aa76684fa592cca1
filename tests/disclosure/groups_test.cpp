#include "disclosure/groups.h"

#include <gmock/gmock.h>

#include "disclosure/pattern.h"
#include "query/evaluate.h"
#include "staff.h"

namespace quarterdeck::disclosure {
namespace {

using quarterdeck::testing::Post;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date as_at{2023, 3, 31};

Measure people(const std::string& id, Rule where = everyone()) {
    return {.id = id, .title = {id, id}, .count = Count::headcount, .where = std::move(where)};
}

/// Three bands with so many women and men each, and a total.
struct Bands {
    explicit Bands(const std::vector<std::pair<int, int>>& women_and_men) {
        std::vector<Post> posts;
        Query query{.id = "bands", .labels = {{"band", {"Band", "Band"}}}};
        int person = 0;
        for (const auto& [women, men] : women_and_men) {
            const std::string band = "Band " + std::to_string(query.rows.size() + 5);
            query.rows.push_back({.id = band, .labels = {{band, band}}, .where = is(Field::pay_band, {band})});
            for (int i = 0; i < women + men; ++i) {
                Post post{person++, 100'000, {}};
                post.value(Field::pay_band) = band;
                post.value(Field::gender) = i < women ? "Female" : "Male";
                posts.push_back(post);
            }
        }
        query.rows.push_back({.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true});
        query.measures = {people("headcount"), people("female", is(Field::gender, {"Female"})),
                          people("male", is(Field::gender, {"Male"}))};
        snapshot::Input input;
        input.snapshots.push_back(quarterdeck::testing::snapshot_of(as_at, posts));
        answers = query::evaluate({query}, input, as_at, membership);
    }

    Pattern pattern(GroupDisclosure policy) const {
        return find_pattern(answers, membership, {"staff/bands"}, {.group_disclosure = policy}, {},
                            Solver(QUARTERDECK_SOLVER));
    }

    Fate fate(const Pattern& pattern, std::size_t row, std::size_t measure) const {
        return pattern.fates[0][row * 3 + measure];
    }

    std::vector<query::Answer> answers;
    query::Membership membership;
};

const Bands six_women{{{6, 0}, {7, 9}, {12, 8}}};

TEST(GroupDisclosure, NamesARowOfSixAndNone) {
    const Pattern pattern = six_women.pattern(GroupDisclosure::warn);
    EXPECT_THAT(pattern.group_rows, ElementsAre("staff/bands, row \"Band 5\": everybody has the same gender"));
    EXPECT_EQ(pattern.certificate.group_rows, 1U);
    EXPECT_EQ(six_women.fate(pattern, 0, 1), Fate::shown);
}

TEST(GroupDisclosure, SeesAZeroBesideAHiddenCount) {
    const Bands bands{{{3, 0}, {7, 9}, {12, 8}}};
    EXPECT_THAT(bands.pattern(GroupDisclosure::warn).group_rows,
                ElementsAre("staff/bands, row \"Band 5\": everybody has the same gender"));
}

TEST(GroupDisclosure, IsSilentWhereBothValuesOccur) {
    const Bands bands{{{6, 5}, {7, 9}, {12, 8}}};
    EXPECT_THAT(bands.pattern(GroupDisclosure::warn).group_rows, IsEmpty());
}

TEST(GroupDisclosure, CanBeIgnored) {
    const Pattern pattern = six_women.pattern(GroupDisclosure::ignore);
    EXPECT_THAT(pattern.group_rows, IsEmpty());
    EXPECT_NE(published_text(pattern.certificate).find("\"policy\": \"ignore\",\n    \"rows\": 0"), std::string::npos);
}

TEST(GroupDisclosure, CanBeHiddenSoThatNobodyCanTell) {
    const Pattern pattern = six_women.pattern(GroupDisclosure::suppress);
    EXPECT_THAT(pattern.group_rows, IsEmpty());
    EXPECT_EQ(six_women.fate(pattern, 0, 1), Fate::primary) << "the six";
    EXPECT_EQ(six_women.fate(pattern, 0, 2), Fate::primary) << "the zero";
    // Band 5 has 6 people. With women and men of no other row hidden, the columns' totals would give it away.
    int hidden = 0;
    for (std::size_t row = 1; row < 4; ++row) hidden += six_women.fate(pattern, row, 2) != Fate::shown ? 1 : 0;
    EXPECT_GT(hidden, 0);
    for (const Certificate::Hidden& cell : pattern.certificate.hidden)
        if (cell.fate == Fate::primary) {
            EXPECT_GE(cell.high - cell.low, 2);
        }
}

TEST(GroupDisclosure, HidesNothingMoreWhereNoRowIsLikeThat) {
    const Bands bands{{{6, 5}, {7, 9}, {12, 8}}};
    EXPECT_TRUE(bands.pattern(GroupDisclosure::suppress).certificate.hidden.empty());
}

}  // namespace
}  // namespace quarterdeck::disclosure
