#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "quarterdeck/outlook/outlook.h"
#include "quarterdeck/outlook/pay_bands.h"

namespace quarterdeck::outlook {
namespace {

GroupStart aged(int age, std::int64_t people) {
    GroupStart start;
    start.ages.at(age) = people;
    return start;
}

std::vector<std::int64_t> ends(const Course& course) {
    std::vector<std::int64_t> people;
    for (const Flows& flows : course.flows) people.push_back(flows.end);
    return people;
}

TEST(Supply, WithAConstantLeaverRateDeclinesGeometrically) {
    Expected chance;
    const Course course = project(aged(30, 1'000'000), {.leavers = 100'000}, 6, chance);
    // 10⁶ × 0.9ⁿ.
    EXPECT_EQ(ends(course), (std::vector<std::int64_t>{900'000, 810'000, 729'000, 656'100, 590'490, 531'441}));
}

TEST(Supply, DrawnByLotDeclinesGeometricallyOnAverage) {
    std::int64_t sum = 0;
    constexpr int runs = 400;
    for (int run = 0; run < runs; ++run) {
        Drawn chance(static_cast<std::uint64_t>(run));
        sum += project(aged(30, 1'000), {.leavers = 100'000}, 5, chance).flows.back().end;
    }
    // 1,000 × 0.9⁵ = 590.49; one future's standard deviation is √(1,000 × 0.59049 × 0.40951) = 15.6, the mean's 0.8.
    EXPECT_NEAR(static_cast<double>(sum) / runs, 590.49, 3.2);
}

TEST(Supply, IsSteadyWhereRecruitmentMakesUpForLeavers) {
    Expected chance;
    // A twentieth of 2,000 leaves and a twentieth of the first 2,000 comes, whoever is there.
    const Course course = project(aged(30, 2'000), {.leavers = 50'000, .recruitment = 50'000}, 10, chance);
    EXPECT_EQ(ends(course), std::vector<std::int64_t>(10, 2'000));
}

TEST(Supply, ComesNearTheSteadyStateFromAbove) {
    Expected chance;
    GroupStart start = aged(30, 10'000);
    start.pipeline.qualifying.assign(60, 100'000);  // 100 doctors a year
    const Course course = project(start, {.leavers = 200'000, .qualified_take_up = million}, 60, chance);
    EXPECT_NEAR(static_cast<double>(course.flows.back().end), 500, 1);  // 100 ÷ 0.2
}

/// Ten people of 58 and ten of 64; half of those from 65 on retire, one in five from 60 on. Ten students finish in the
/// second summer and lose a tenth each year.
TEST(Supply, FollowsAHandWorkedCohort) {
    GroupStart start = aged(58, 10);
    start.ages.at(64) = 10;
    start.pipeline.students = {{2, 10}};
    const Rates rates{.retirement = {{60, 200'000}, {65, 500'000}}, .attrition = 100'000, .take_up = million};
    Expected chance;
    const Course course = project(start, rates, 3, chance);
    // Year 1: 2 of the ten aged 64 retire; 18 are left, aged 59 and 65. 10 students become 9.
    EXPECT_EQ(course.flows[0], (Flows{.start = 20, .retired = 2, .end = 18}));
    EXPECT_EQ(course.ages[0].at(59), 10);
    EXPECT_EQ(course.ages[0].at(65), 8);
    // Year 2: 4 of the eight aged 65 retire. A tenth of 9 and of what was left over is 0.9: nobody more leaves the
    // course, and 9 graduate. 18 − 4 + 9 = 23.
    EXPECT_EQ(course.flows[1], (Flows{.start = 18, .retired = 4, .graduates = 9, .end = 23}));
    EXPECT_EQ(course.ages[1].at(23), 9);
    // Year 3: of the ten aged 60 two retire, of the four aged 66 two. 23 − 4 = 19.
    EXPECT_EQ(course.flows[2], (Flows{.start = 23, .retired = 4, .end = 19}));
}

TEST(Supply, NeitherLosesNorInventsPeople) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        GroupStart start;
        start.ages = single_years({300, 120, 77}, usual_spread());
        start.pipeline = {.students = {{1, 31}, {2, 29}, {3, 40}}, .places = 33, .qualifying = {2'400, 2'400, 2'400}};
        Drawn chance(seed);
        const Rates rates{.retirement = {{55, 40'000}, {60, 180'000}, {65, 450'000}},
                          .leavers = 50'000,
                          .recruitment = 30'000,
                          .overseas = 10'000,
                          .attrition = 50'000,
                          .take_up = 850'000,
                          .qualified_take_up = 850'000};
        const Course course = project(start, rates, 8, chance);
        std::int64_t stock = 497;
        for (std::size_t year = 0; year < course.flows.size(); ++year) {
            const Flows& flows = course.flows[year];
            EXPECT_EQ(flows.start, stock);
            stock += flows.graduates + flows.qualified + flows.recruited + flows.overseas - flows.retired - flows.left;
            EXPECT_EQ(flows.end, stock);
            EXPECT_EQ(course.ages[year].total(), stock);
        }
    }
}

TEST(Supply, RefusesAStepThatInventsPeople) {
    std::vector<Step> steps = usual_steps();
    steps.push_back({"invent", [](GroupState& state, const Rates&, Chance&) { ++state.ages.at(30); }});
    Expected chance;
    EXPECT_THROW(project(aged(30, 10), {}, 1, chance, steps), std::logic_error);
}

TEST(Supply, TakesAPluginsOwnStepInPlaceOfOne) {
    std::vector<Step> steps = usual_steps();
    steps.at(1).take = [](GroupState& state, const Rates&, Chance&) {  // everybody of 40 leaves
        state.flows.left += state.ages.at(40);
        state.ages.at(40) = 0;
    };
    Expected chance;
    EXPECT_EQ(ends(project(aged(39, 10), {.leavers = million}, 3, chance, steps)),
              (std::vector<std::int64_t>{10, 0, 0}));
}

TEST(Training, ReachesPostsAsManyYearsAfterItBeganAsACourseLasts) {
    GroupStart start;
    start.pipeline.places = 10;
    Expected chance;
    const Course course = project(start, {.take_up = million}, 6, chance);
    EXPECT_EQ(ends(course), (std::vector<std::int64_t>{0, 0, 0, 10, 20, 30}));
}

TEST(Stock, SharesPeopleOutWithoutLosingOne) {
    EXPECT_EQ(shared_out(10, {1, 1, 1}), (std::vector<std::int64_t>{4, 3, 3}));
    EXPECT_EQ(shared_out(7, {0, 5, 2}), (std::vector<std::int64_t>{0, 5, 2}));
    EXPECT_EQ(shared_out(5, {0, 0}), (std::vector<std::int64_t>{5, 0}));
    const Ages ages = single_years({250, 101, 55}, usual_spread());
    EXPECT_EQ(ages.total(), 406);
    EXPECT_EQ(ages.from(56), 55);
    EXPECT_EQ(ages.from(46), 156);
    EXPECT_EQ(ages.at(56), 10);  // 10, 9, … 1 of 55
}

// 160 over 25 and 10 years of age are 114.3 and 45.7. 406 over 25, 10 and 5.5, since the eldest grow fewer with each
// year, are 250.6, 100.2 and 55.1; one is left after rounding down, for the largest remainder.
TEST(Stock, SpreadsPeopleWhoseAgesAreHiddenEvenlyOverTheYearsLeft) {
    const auto spread = usual_spread();
    EXPECT_EQ(with_hidden_spread({{}, {}, 40}, 200, spread), (std::vector<std::int64_t>{114, 46, 40}));
    EXPECT_EQ(with_hidden_spread({{}, {}, {}}, 406, spread), (std::vector<std::int64_t>{251, 100, 55}));
    EXPECT_EQ(with_hidden_spread({100, {}, 40}, 130, spread), (std::vector<std::int64_t>{100, 0, 40}));
    EXPECT_EQ(with_hidden_spread({100, 60, 40}, 190, spread), (std::vector<std::int64_t>{100, 60, 40}));
}

TEST(PayBands, AddUpToTheirGroupEachYear) {
    GroupStart start;
    start.ages = single_years({300, 120, 77}, usual_spread());
    start.pipeline.places = 20;
    Expected chance;
    const Course course =
        project(start, {.retirement = {{60, 180'000}}, .leavers = 50'000, .recruitment = 20'000, .take_up = million}, 6,
                chance);
    const auto bands = band_courses({12, 160, 325}, course.flows, {.entry = 2, .promotion = 800'000});
    ASSERT_EQ(bands.size(), course.flows.size());
    for (std::size_t year = 0; year < bands.size(); ++year) {
        EXPECT_EQ(std::accumulate(bands[year].begin(), bands[year].end(), std::int64_t{0}), course.flows[year].end);
        EXPECT_TRUE(std::all_of(bands[year].begin(), bands[year].end(), [](std::int64_t band) { return band >= 0; }));
    }
}

TEST(Demand, GrowsWithActivityAndShrinksWithProductivity) {
    // 1,000 FTE × 1.05ⁿ, and × (1.05 ÷ 1.02)ⁿ, by hand to hundredths.
    EXPECT_EQ(demand(100'000, {.activity = 50'000}, 3), (std::vector<std::int64_t>{105'000, 110'250, 115'763}));
    EXPECT_EQ(demand(100'000, {.activity = 50'000, .productivity = 20'000}, 2),
              (std::vector<std::int64_t>{102'941, 105'969}));
}

TEST(Gap, OpensInTheFirstYearInWhichDemandIsAboveSupply) {
    EXPECT_EQ(gap_opens({105, 106, 107}, {100, 106, 108}), 3);
    EXPECT_EQ(gap_opens({105, 106}, {100, 106}), std::nullopt);
}

TEST(Fte, FollowsParticipation) {
    // 80 FTE of 100 people; 90 people at 1 % less a head: 90 × 0.8 × 0.99 = 71.28.
    EXPECT_EQ(fte_of({90}, 100, 8'000, -10'000), std::vector<std::int64_t>{7'128});
    EXPECT_EQ(fte_of({90}, 0, 0, 0), std::vector<std::int64_t>{0});
}

ProgrammeStart sample() {
    Group group{.id = "one"};
    group.start.ages = single_years({600, 250, 150}, usual_spread());
    group.start.pipeline.places = 40;
    group.fte = 90'000;
    const auto assume = [](const char* id, std::int64_t low, std::int64_t central, std::int64_t high) {
        return Assumption{.id = id, .low = low, .central = central, .high = high};
    };
    return {.groups = {group},
            .assumptions = {assume(retirement_60, 12'000, 18'000, 25'000), assume(leavers, 4'000, 5'000, 6'000),
                            assume(overseas, 500, 1'000, 1'500), assume(take_up, 75'000, 85'000, 95'000),
                            assume(activity, 4'000, 5'500, 7'000)}};
}

Levers changed(const char* lever, std::int64_t setting) {
    Levers levers;
    levers.set(lever, setting * lever_unit);
    return levers;
}

TEST(Scenario, ChangesSupplyInTheDirectionOfItsLever) {
    const auto supply = [](const Levers& levers) { return expected_future(sample(), levers, 5).supply_fte.back(); };
    const std::int64_t base = supply({});
    EXPECT_LT(supply(changed("retirement_percent", 150)), base);
    EXPECT_LT(supply(changed("overseas_percent", 0)), base);
    EXPECT_GT(supply(changed("places_added", 10)), base);
    EXPECT_LT(supply(changed("participation_points", -1)), base);
    EXPECT_EQ(supply(changed("retirement_percent", 100)), base);
}

TEST(Range, IsTheSameForTheSameSeedAndHoldsTheExpectedCourse) {
    Scenarios scenarios;
    scenarios.runs = 300;
    const Ranges first = ranges(sample(), {}, scenarios);
    const Ranges again = ranges(sample(), {}, scenarios);
    EXPECT_EQ(first.supply_fte, again.supply_fte);
    scenarios.seed = 2;
    EXPECT_NE(ranges(sample(), {}, scenarios).supply_fte, first.supply_fte);
    const Future expected = expected_future(sample(), {}, scenarios.years);
    for (std::size_t year = 0; year < first.supply_fte.size(); ++year) {
        EXPECT_LT(first.supply_fte[year].low, expected.supply_fte[year]);
        EXPECT_GT(first.supply_fte[year].high, expected.supply_fte[year]);
    }
}

TEST(Range, LeavesOneInTenOnEachSide) {
    std::vector<std::int64_t> values(100);
    std::iota(values.begin(), values.end(), 1);
    EXPECT_EQ(spread_of(values), (Spread{10, 91}));
    EXPECT_EQ(spread_of({7}), (Spread{7, 7}));
}

TEST(Drawn, GivesThePublishedSequenceOfSplitMix64) {
    // The first outputs for seed 1234567, as in the reference implementation's own test.
    Drawn chance(1234567);
    EXPECT_EQ(chance.next(), 6457827717110365317U);
    EXPECT_EQ(chance.next(), 3203168211198807973U);
    EXPECT_EQ(chance.next(), 9817491932198370423U);
}

TEST(Drawn, TakesTheShareThatTheRateSays) {
    constexpr int calls = 2'000;
    constexpr std::int64_t people = 150;
    for (const PerMillion rate : {1'000, 45'000, 333'333, 500'000, 985'000}) {
        Drawn chance(static_cast<std::uint64_t>(rate));
        double sum = 0;
        double squares = 0;
        for (int call = 0; call < calls; ++call) {
            const auto taken = static_cast<double>(chance.some_of(people, rate, Event::leave));
            sum += taken;
            squares += taken * taken;
        }
        const double share = static_cast<double>(rate) / million;
        const double variance = people * share * (1 - share);
        const double mean = sum / calls;
        EXPECT_NEAR(mean, people * share, 4 * std::sqrt(variance / calls)) << rate;
        // The variance of a sample variance is about 2 × variance² ÷ calls, and more where few are taken.
        EXPECT_NEAR(squares / calls - mean * mean, variance, 4 * std::sqrt((2 + 1 / variance) / calls) * variance)
            << rate;
    }
}

TEST(Drawn, TakesNobodyAtNoRateAndEverybodyAtOne) {
    Drawn chance(7);
    EXPECT_EQ(chance.some_of(1'000, 0, Event::leave), 0);
    EXPECT_EQ(chance.some_of(1'000, million, Event::leave), 1'000);
    EXPECT_EQ(chance.some_of(0, 500'000, Event::leave), 0);
}

TEST(Drawn, NeverTakesFewerAtAHigherRate) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::int64_t before = 0;
        for (PerMillion rate = 10'000; rate < million; rate += 10'000) {
            Drawn chance(seed);
            const std::int64_t taken = chance.some_of(130, rate, Event::retire);
            EXPECT_GE(taken, before);
            before = taken;
        }
    }
}

TEST(Sensitivity, IsTheGapAtEachEndOfAnAssumption) {
    const Sensitivity of_activity = sensitivity(sample(), 4, 5);
    // Demand alone depends on it: 900 FTE × 1.07⁵ − 900 × 1.04⁵ = 1,262.30 − 1,094.99.
    EXPECT_NEAR(static_cast<double>(of_activity.at_high - of_activity.at_low), 16'731, 2);
}

}  // namespace
}  // namespace quarterdeck::outlook
