#include "disclosure/earlier.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "disclosure/pattern.h"
#include "disclosure/protect.h"
#include "query/evaluate.h"
#include "refusal.h"
#include "staff.h"

namespace quarterdeck::disclosure {
namespace {

using quarterdeck::testing::Post;

constexpr Date as_at{2023, 3, 31};

Row row(const std::string& id, Rule where) {
    return {.id = id, .labels = {{id, id}}, .where = std::move(where)};
}

Row total() {
    return {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true};
}

Rule band(const std::string& name) {
    return is(Field::pay_band, {name});
}

Query table(const std::string& id, std::vector<Row> rows) {
    Query query{.id = id, .labels = {{"band", {"Band", "Band"}}}, .rows = std::move(rows)};
    query.measures = {{.id = "headcount", .title = {"Headcount", "Nifer"}, .count = Count::headcount}};
    return query;
}

/// So many people of each band, one post each; those of an organisation first.
struct Staff {
    void add(const std::string& band, const std::string& organisation, int people) {
        for (int i = 0; i < people; ++i) {
            Post post{static_cast<int>(posts.size()), 100'000, {}};
            post.value(Field::pay_band) = band;
            post.value(Field::organisation) = organisation;
            posts.push_back(post);
        }
    }
    std::vector<Post> posts;
};

Staff bands(const std::vector<std::pair<std::string, int>>& people) {
    Staff staff;
    for (const auto& [band, number] : people) staff.add(band, "7A1", number);
    return staff;
}

/// A release of some tables, made after others.
struct Made {
    Made(const Staff& staff, std::vector<Query> queries, const std::vector<EarlierRelease>& before = {},
         const Policy& policy = {}) {
        snapshot::Input input;
        input.snapshots.push_back(quarterdeck::testing::snapshot_of(as_at, staff.posts));
        own = queries;
        for (const Query& query : queries) names.push_back(query.id);
        const Earlier earlier(before, query::dates_needed(queries, as_at), as_at);
        queries.insert(queries.end(), earlier.queries().begin(), earlier.queries().end());
        answers = query::evaluate(queries, input, as_at, membership);
        pattern = find_pattern(answers, membership, names, policy, {}, Solver(QUARTERDECK_SOLVER), earlier);
    }

    bool shows(std::size_t table, std::size_t row) const { return pattern.fates[table][row] == Fate::shown; }
    bool is_primary(std::size_t table, std::size_t row) const { return pattern.fates[table][row] == Fate::primary; }
    std::int64_t value(std::size_t table, std::size_t row) const { return answers[table].cell(row, 0).value; }
    std::size_t rows(std::size_t table) const { return answers[table].rows.size(); }

    EarlierRelease as_earlier() const {
        // Through the file, as a later run gets it.
        const std::string text = text_of(published_figures(own, names, answers, pattern.fates, as_at));
        return {"before", figures_from(text, "published-figures.json")};
    }

    std::vector<Query> own;
    std::vector<std::string> names;
    query::Membership membership;
    std::vector<query::Answer> answers;
    Pattern pattern;
};

const Query all_bands = table("bands", {row("a", band("A")), row("b", band("B")), row("c", band("C")), total()});

TEST(EarlierReleases, KeepHiddenWhatALaterTableWouldOpen) {
    const Staff staff = bands({{"A", 3}, {"B", 6}, {"C", 12}});
    const Made first(staff, {all_bands});
    ASSERT_FALSE(first.shows(0, 0)) << "A has 3";
    const std::size_t helper = first.shows(0, 1) ? 2 : 1;
    ASSERT_FALSE(first.shows(0, helper)) << "21 less the other one would give A";
    const std::string name = helper == 1 ? "B" : "C";
    const Query alone = table("alone", {row("x", band(name))});
    EXPECT_TRUE(Made(staff, {alone}).shows(0, 0)) << "by itself the table has nothing to hide";
    EXPECT_FALSE(Made(staff, {alone}, {first.as_earlier()}).shows(0, 0));
}

TEST(EarlierReleases, AddUpWithPartsThatAppearLater) {
    const Staff staff = bands({{"A", 3}, {"B", 7}, {"C", 12}});
    const Made first(staff, {table("everybody", {row("all", band("A") || band("B") || band("C"))})});
    ASSERT_TRUE(first.shows(0, 0)) << "22";
    const Query parts = table("parts", {row("a", band("A")), row("b", band("B")), row("c", band("C"))});
    const Made alone(staff, {parts});
    EXPECT_TRUE(alone.shows(0, 1) && alone.shows(0, 2)) << "no total, so B and C tell nothing of A";
    const Made second(staff, {parts}, {first.as_earlier()});
    EXPECT_FALSE(second.shows(0, 0));
    EXPECT_FALSE(second.shows(0, 1) && second.shows(0, 2)) << "22 - 7 - 12 = 3";
}

TEST(EarlierReleases, RefuseWhatNothingCanHideAnyMore) {
    const Staff staff = bands({{"A", 3}, {"B", 7}, {"C", 12}});
    const Made everybody(staff, {table("everybody", {row("all", band("A") || band("B") || band("C"))})});
    const Made others(staff, {table("others", {row("b", band("B")), row("c", band("C"))})}, {everybody.as_earlier()});
    const Made third(staff, {table("few", {row("a", band("A"))})}, {everybody.as_earlier(), others.as_earlier()});
    try {
        expect_nothing_exact(third.pattern.certificate);
        FAIL() << "22 - 7 - 12 = 3";
    } catch (const Refusal& refusal) {
        EXPECT_THAT(refusal.what(), ::testing::HasSubstr("few, row a, column headcount: with what earlier releases"));
    }
}

TEST(EarlierReleases, LetTheSameReleaseBeMadeAgain) {
    const Staff staff = bands({{"A", 3}, {"B", 6}, {"C", 12}});
    const Made first(staff, {all_bands});
    const Made again(staff, {all_bands}, {first.as_earlier()});
    EXPECT_EQ(first.pattern.fates.front(), again.pattern.fates.front());
    EXPECT_TRUE(again.pattern.revised.empty());
    EXPECT_EQ(again.pattern.certificate.earlier_releases, 1U);
    EXPECT_EQ(again.pattern.certificate.kept, 2U);
}

TEST(EarlierReleases, TellWhatWasRevised) {
    const Made first(bands({{"A", 8}, {"B", 6}, {"C", 12}}), {all_bands});
    const Made second(bands({{"A", 8}, {"B", 6}, {"C", 13}}), {all_bands}, {first.as_earlier()});
    std::set<std::string> told;
    for (const Pattern::Revision& revision : second.pattern.revised)
        told.insert(second.answers[0].rows[revision.row].id + ": " + revision.was + ", now " + revision.now);
    EXPECT_EQ(told, (std::set<std::string>{"c: 12, now 13", "total: 26, now 27"}));
}

TEST(EarlierReleases, KeepACountHiddenThatHasGrown) {
    const Made first(bands({{"A", 3}, {"B", 6}, {"C", 12}}), {all_bands});
    const Made second(bands({{"A", 5}, {"B", 6}, {"C", 12}}), {all_bands}, {first.as_earlier()});
    EXPECT_FALSE(second.shows(0, 0)) << "shown beside the old total it would tell what it was";
    for (std::size_t row = 1; row < 3; ++row) EXPECT_EQ(second.shows(0, row), first.shows(0, row));
}

TEST(EarlierReleases, ArePublicWhateverTheThresholdIsNow) {
    const Staff staff = bands({{"A", 6}, {"B", 9}, {"C", 12}});
    const Made first(staff, {all_bands});
    EXPECT_THROW(Made(staff, {all_bands}, {first.as_earlier()}, {.threshold = 8}), Refusal);
}

TEST(EarlierReleases, AreReadWhateverTheOrderOfRowsAndRules) {
    const Staff staff = bands({{"A", 3}, {"B", 6}, {"C", 12}});
    Query turned = all_bands;
    std::swap(turned.rows[0], turned.rows[2]);
    turned.rows[0].where = is(Field::pay_band, {"C", "C"});
    const auto text = [](const Made& made) {
        return text_of(published_figures(made.own, made.names, made.answers, made.pattern.fates, as_at));
    };
    EXPECT_EQ(text(Made(staff, {all_bands})), text(Made(staff, {turned}, {Made(staff, {all_bands}).as_earlier()})));
}

TEST(EarlierReleases, NeverHoldAHiddenFigure) {
    const Made first(bands({{"A", 3}, {"B", 6}, {"C", 12}}), {all_bands});
    const EarlierRelease known = first.as_earlier();
    for (const PublishedTable::Line& line : known.figures.tables.front().lines) {
        const std::size_t at = line.id == "a" ? 0 : line.id == "b" ? 1 : line.id == "c" ? 2 : 3;
        EXPECT_EQ(line.figures.front(), first.shows(0, at) ? std::to_string(first.value(0, at)) : "[c]");
    }
}

/// Two releases of a small office: all bands with a total, then the bands of one of its two organisations.
class Union : public ::testing::TestWithParam<unsigned> {
protected:
    static constexpr int most = 20;

    /// What somebody who knows a printed table would try for one of its figures.
    static std::vector<int> candidates(const Made& made, std::size_t row) {
        const auto value = static_cast<int>(made.value(0, row));
        if (made.shows(0, row)) return {value};
        std::vector<int> all;
        for (int i = made.is_primary(0, row) ? 1 : 5; i <= (made.is_primary(0, row) ? 4 : most); ++i) all.push_back(i);
        return all;
    }

    /// For each band in all and in the organisation, the values that fit everything printed in both.
    static std::vector<std::set<int>> attack(const Made& first, const Made& second) {
        std::vector<std::set<int>> found(6);
        std::vector<int> filling(6);
        const std::vector<int> sums = candidates(first, 3);
        const std::function<void(std::size_t, int)> fill = [&](std::size_t band, int sum) {
            if (band == 3) {
                if (std::find(sums.begin(), sums.end(), sum) == sums.end()) return;
                for (std::size_t i = 0; i < 6; ++i) found[i].insert(filling[i]);
                return;
            }
            for (const int all : candidates(first, band))
                for (const int some : candidates(second, band)) {
                    if (some > all) continue;
                    filling[band] = all;
                    filling[band + 3] = some;
                    fill(band + 1, sum + all);
                }
        };
        fill(0, 0);
        return found;
    }
};

TEST_P(Union, LeavesThreeValuesToWhoReadsBoth) {
    std::mt19937 random(GetParam());
    Staff staff;
    for (const char* name : {"A", "B", "C"}) {
        staff.add(name, "7A1", static_cast<int>(random() % 9));
        staff.add(name, "7A2", static_cast<int>(random() % 7));
    }
    const Rule here = is(Field::organisation, {"7A1"});
    const Query some =
        table("some", {row("a", band("A") && here), row("b", band("B") && here), row("c", band("C") && here)});
    const Made first(staff, {all_bands});
    const Made second(staff, {some}, {first.as_earlier()});
    if (!first.pattern.certificate.narrow.empty() || !second.pattern.certificate.narrow.empty()) GTEST_SKIP();
    const std::vector<std::set<int>> left = attack(first, second);
    for (std::size_t at = 0; at < 6; ++at) {
        const Made& made = at < 3 ? first : second;
        if (made.is_primary(0, at % 3)) {
            EXPECT_GE(left[at].size(), 3U) << "figure " << at;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Offices, Union, ::testing::Range(1U, 41U));

}  // namespace
}  // namespace quarterdeck::disclosure
