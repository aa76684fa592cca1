#include "audit/attack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>

namespace quarterdeck::audit {
namespace {

using Way = std::vector<std::int64_t>;

bool holds(const Relation& relation, const Way& way) {
    std::int64_t sum = 0;
    for (const Term& term : relation.terms) sum += term.factor * way[term.unknown];
    return sum >= relation.within.low && sum <= relation.within.high;
}

/// What every unknown can be, found by counting through all ways; nothing where there is no way.
std::optional<std::vector<Range>> enumerate(const System& system, const std::vector<std::size_t>& relations) {
    std::optional<std::vector<Range>> found;
    Way way(system.unknowns.size());
    const std::function<void(std::size_t)> count = [&](std::size_t unknown) {
        if (unknown < way.size()) {
            const Range& range = system.unknowns[unknown];
            for (way[unknown] = range.low; way[unknown] <= range.high; ++way[unknown]) count(unknown + 1);
            return;
        }
        if (!std::all_of(relations.begin(), relations.end(),
                         [&](std::size_t relation) { return holds(system.relations[relation], way); }))
            return;
        if (!found) found.emplace(way.size(), Range{1000, -1000});
        for (std::size_t i = 0; i < way.size(); ++i) {
            (*found)[i].low = std::min((*found)[i].low, way[i]);
            (*found)[i].high = std::max((*found)[i].high, way[i]);
        }
    };
    count(0);
    return found;
}

std::vector<std::size_t> first_relations(std::size_t count) {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    return all;
}

/// Small numbers in few relations, true of some way unless `contradictory`.
System random_system(std::mt19937& random, bool contradictory) {
    const auto draw = [&](int from, int to) { return from + static_cast<int>(random() % (to - from + 1U)); };
    System system;
    Way truth;
    for (int i = draw(2, 7); i > 0; --i) {
        system.unknowns.push_back({draw(0, 1), draw(2, 4)});
        truth.push_back(
            draw(static_cast<int>(system.unknowns.back().low), static_cast<int>(system.unknowns.back().high)));
    }
    for (int i = draw(1, 5); i > 0; --i) {
        Relation relation;
        std::int64_t sum = 0;
        for (std::size_t unknown = 0; unknown < truth.size(); ++unknown) {
            const int factor = draw(0, 5) < 3 ? 0 : std::vector<int>{-2, -1, 1, 1, 1, 3}[random() % 6];
            if (factor == 0) continue;
            relation.terms.push_back({unknown, factor});
            sum += factor * truth[unknown];
        }
        if (contradictory) sum += draw(-3, 3);
        relation.within = {sum - draw(0, 1), draw(0, 3) == 0 ? Relation::open : sum};
        system.relations.push_back(std::move(relation));
    }
    return system;
}

std::vector<Range> ranges(const Attack& attack) {
    std::vector<Range> ranges;
    for (const Found& found : attack.found) ranges.push_back(found.range);
    return ranges;
}

Attack attack_all(const System& system) {
    return attack(system, std::vector<char>(system.unknowns.size(), 1));
}

TEST(Attack, FindsWhatCountingThroughAllWaysFinds) {
    std::mt19937 random(4);
    for (int round = 0; round < 1000; ++round) {
        const System system = random_system(random, false);
        const Attack attacked = attack_all(system);
        EXPECT_TRUE(attacked.contradicting.empty());
        EXPECT_EQ(ranges(attacked), enumerate(system, first_relations(system.relations.size()))) << "round " << round;
        for (const Found& found : attacked.found) EXPECT_TRUE(found.proved);
    }
}

TEST(Attack, LeavesOutJustTheRelationsThatContradictTheOnesBefore) {
    std::mt19937 random(5);
    std::size_t contradictions = 0;
    for (int round = 0; round < 600; ++round) {
        const System system = random_system(random, true);
        const Attack attacked = attack_all(system);
        std::vector<std::size_t> kept;
        for (std::size_t relation = 0; relation < system.relations.size(); ++relation) {
            kept.push_back(relation);
            if (enumerate(system, kept)) continue;
            kept.pop_back();
            ++contradictions;
            EXPECT_TRUE(std::count(attacked.contradicting.begin(), attacked.contradicting.end(), relation));
        }
        EXPECT_EQ(kept.size() + attacked.contradicting.size(), system.relations.size()) << "round " << round;
        EXPECT_EQ(ranges(attacked), enumerate(system, kept)) << "round " << round;
    }
    EXPECT_GT(contradictions, 100U);
}

/// Investment of enterprises by activity and region, from M. Fischetti and J. J. Salazar, "Solving the cell suppression
/// problem on tabular data with linear constraints", Management Science 47 (2001): with activities II and III hidden
/// in regions A and C, an attacker finds 5 to 30 for activity II in region C.
TEST(Attack, FindsTheBoundsOfFischettiAndSalazar) {
    enum : std::size_t { ii_a, ii_c, iii_a, iii_c };
    const System system{std::vector<Range>(4, Range{0, 190}),
                        {{{{ii_a, 1}, {ii_c, 1}}, {49 - 19, 49 - 19}},
                         {{{iii_a, 1}, {iii_c, 1}}, {61 - 32, 61 - 32}},
                         {{{ii_a, 1}, {iii_a, 1}}, {45 - 20, 45 - 20}},
                         {{{ii_c, 1}, {iii_c, 1}}, {44 - 10, 44 - 10}}}};
    EXPECT_EQ(attack_all(system).found[ii_c].range, (Range{5, 30}));
}

TEST(Attack, TriesPossibilitiesWhereAPencilIsNotEnough) {
    // c is even, since 2a + 2b + c = 4; each range by itself stays as it is.
    const System system{{{0, 3}, {0, 3}, {0, 1}}, {{{{0, 2}, {1, 2}, {2, 1}}, {4, 4}}}};
    const Attack attacked = attack_all(system);
    EXPECT_EQ(attacked.found[2].range, (Range{0, 0}));
    EXPECT_FALSE(attacked.found[2].pencil);
}

TEST(Attack, TellsTheStepsThatLeadToARange) {
    // a = 6 − 5, b = 3 − a; c has nothing to do with it.
    const System system{{{1, 4}, {1, 4}, {1, 4}}, {{{{2, 1}}, {2, 2}}, {{{0, 1}}, {1, 1}}, {{{0, 1}, {1, 1}}, {3, 3}}}};
    const Attack attacked = attack_all(system);
    std::vector<std::size_t> relations;
    for (const Narrowing::Step& step : attacked.narrowing.reasons(1)) relations.push_back(step.relation);
    EXPECT_EQ(relations, (std::vector<std::size_t>{1, 2}));
}

}  // namespace
}  // namespace quarterdeck::audit
