#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/outlook/assumption.h"
#include "quarterdeck/outlook/demand.h"
#include "quarterdeck/outlook/scenario.h"
#include "quarterdeck/outlook/supply.h"

/// A programme's supply and demand, under a scenario: as expected, and in many futures drawn by lot.
namespace quarterdeck::outlook {

/// A staff group of a programme at the start. FTE counts in hundredths.
struct Group {
    std::string id;
    GroupStart start;
    std::int64_t fte = 0;
    std::vector<Step> steps = usual_steps();
};

/// Everything that a programme's outlook rests on.
struct ProgrammeStart {
    std::vector<Group> groups;
    std::vector<Assumption> assumptions;

    std::int64_t headcount() const {
        std::int64_t people = 0;
        for (const Group& group : groups) people += group.start.ages.total();
        return people;
    }
    std::int64_t fte() const {
        std::int64_t sum = 0;
        for (const Group& group : groups) sum += group.fte;
        return sum;
    }
};

/// One future, year by year.
struct Future {
    std::vector<Course> groups;            ///< in the order of the programme's
    std::vector<std::int64_t> headcount;   ///< at the end of each year
    std::vector<std::int64_t> supply_fte;  ///< likewise, in hundredths
    std::vector<std::int64_t> demand_fte;  ///< likewise
    std::vector<std::int64_t> gap_fte;     ///< demand − supply
};

/// `chances`: makes the chance that decides for a group; by the group's number, counted from 1. Number 0 decides for
/// the assumptions.
template <class Chances>
Future future(const ProgrammeStart& start, const Levers& levers, int years, Chances chances) {
    auto assumed = chances(0);
    const AllRates all = rates(start.assumptions, levers, assumed);
    const auto length = static_cast<std::size_t>(years);
    Future result{{},
                  std::vector<std::int64_t>(length),
                  std::vector<std::int64_t>(length),
                  demand(start.fte(), all.demand, years),
                  std::vector<std::int64_t>(length)};
    bool more_places = levers.places_added() > 0;
    for (std::size_t i = 0; i < start.groups.size(); ++i) {
        const Group& group = start.groups[i];
        GroupStart begin = group.start;
        Pipeline& pipeline = begin.pipeline;
        if (more_places && pipeline.places > 0) {
            pipeline.places += levers.places_added();
            more_places = false;
        }
        auto chance = chances(i + 1);
        Course course = project(begin, all.supply, years, chance, group.steps);
        std::vector<std::int64_t> people;
        for (const Flows& flows : course.flows) people.push_back(flows.end);
        const auto fte = fte_of(people, group.start.ages.total(), group.fte, all.participation);
        for (std::size_t year = 0; year < length; ++year) {
            result.headcount[year] += people[year];
            result.supply_fte[year] += fte[year];
        }
        result.groups.push_back(std::move(course));
    }
    for (std::size_t year = 0; year < length; ++year)
        result.gap_fte[year] = result.demand_fte[year] - result.supply_fte[year];
    return result;
}

/// The future with every assumption at its central value and every flow as expected.
inline Future expected_future(const ProgrammeStart& start, const Levers& levers, int years) {
    return future(start, levers, years, [](std::size_t /*number*/) { return Expected(); });
}

/// A figure in many futures: one in ten lies below `low`, one in ten above `high`.
struct Spread {
    std::int64_t low = 0;
    std::int64_t high = 0;

    bool operator==(const Spread&) const = default;
};

/// By nearest rank. Precondition: not empty.
inline Spread spread_of(std::vector<std::int64_t> values) {
    constexpr std::size_t tenths = 10;
    std::sort(values.begin(), values.end());
    const std::size_t rank = (values.size() + tenths - 1) / tenths;  // from 1
    return {values[rank - 1], values[values.size() - rank]};
}

/// Ranges of supply and gap at the end of each year, in hundredths of FTE.
struct Ranges {
    std::vector<Spread> supply_fte;
    std::vector<Spread> gap_fte;
};

/// Draws `scenarios.runs` futures. The same run of two scenarios has the same luck, so that what differs between
/// scenarios is what they change.
inline Ranges ranges(const ProgrammeStart& start, const Levers& levers, const Scenarios& scenarios) {
    const auto years = static_cast<std::size_t>(scenarios.years);
    std::vector<std::vector<std::int64_t>> supply(years);
    std::vector<std::vector<std::int64_t>> gap(years);
    for (int run = 0; run < scenarios.runs; ++run) {
        const Future drawn = future(start, levers, scenarios.years, [&](std::size_t number) {
            constexpr std::uint64_t runs_apart = 1'000'003;
            constexpr std::uint64_t numbers_apart = 7'919;
            return Drawn(Drawn(scenarios.seed + runs_apart * static_cast<std::uint64_t>(run) +
                               numbers_apart * static_cast<std::uint64_t>(number))
                             .next());
        });
        for (std::size_t year = 0; year < years; ++year) {
            supply[year].push_back(drawn.supply_fte[year]);
            gap[year].push_back(drawn.gap_fte[year]);
        }
    }
    Ranges result;
    for (std::size_t year = 0; year < years; ++year) {
        result.supply_fte.push_back(spread_of(supply[year]));
        result.gap_fte.push_back(spread_of(gap[year]));
    }
    return result;
}

/// The gap in the last year with one assumption at each end of its range, and the others as expected.
struct Sensitivity {
    std::int64_t at_low = 0;
    std::int64_t at_high = 0;
};

inline Sensitivity sensitivity(const ProgrammeStart& start, std::size_t assumption, int years) {
    const auto gap_with = [&](std::int64_t value) {
        ProgrammeStart changed = start;
        changed.assumptions.at(assumption).central = value;
        return expected_future(changed, {}, years).gap_fte.back();
    };
    const Assumption& varied = start.assumptions.at(assumption);
    return {gap_with(varied.low), gap_with(varied.high)};
}

}  // namespace quarterdeck::outlook
