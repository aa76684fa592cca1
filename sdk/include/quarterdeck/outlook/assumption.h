#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quarterdeck/outlook/chance.h"
#include "quarterdeck/outlook/demand.h"
#include "quarterdeck/outlook/supply.h"
#include "quarterdeck/text.h"

/// What an outlook assumes, with a range and a source; printed beside the figures.
namespace quarterdeck::outlook {

/// A yearly rate that isn't known, in thousandths of a per cent: 4.5 % is 4,500.
struct Assumption {
    std::string id;  ///< one of `assumption_ids`
    Text title;
    std::int64_t low = 0;
    std::int64_t central = 0;
    std::int64_t high = 0;
    Text source;  ///< where it is published; of an illustration, that it is one

    bool operator==(const Assumption&) const = default;
};

// What the supply and demand models ask for. Without an assumption, a rate is 0.
inline constexpr const char* retirement_55 = "retirement_55";  ///< from age 55 to 59
inline constexpr const char* retirement_60 = "retirement_60";  ///< from age 60 to 64
inline constexpr const char* retirement_65 = "retirement_65";  ///< from age 65
inline constexpr const char* leavers = "leavers";
inline constexpr const char* recruitment = "recruitment";
inline constexpr const char* overseas = "overseas";
inline constexpr const char* attrition = "attrition";
inline constexpr const char* take_up = "take_up";
inline constexpr const char* qualified_take_up = "qualified_take_up";
inline constexpr const char* participation = "participation";
inline constexpr const char* activity = "activity";
inline constexpr const char* productivity = "productivity";

inline constexpr std::array<const char*, 12> assumption_ids{
    retirement_55, retirement_60, retirement_65,     leavers,       recruitment, overseas,
    attrition,     take_up,       qualified_take_up, participation, activity,    productivity};

/// What a scenario changes, by lever.
struct Lever {
    std::string_view id;
    std::int64_t unchanged;  ///< in 1/100,000
};

inline constexpr std::int64_t lever_unit = 100'000;
inline constexpr std::array<Lever, 9> levers{{
    {"retirement_percent", 100 * lever_unit},   // times the rates of retirement
    {"leavers_percent", 100 * lever_unit},      // times the rate of leavers
    {"recruitment_percent", 100 * lever_unit},  // times recruitment from other jobs
    {"overseas_percent", 100 * lever_unit},     // times recruitment from other countries
    {"attrition_percent", 100 * lever_unit},    // times the rate at which students leave courses
    {"participation_points", 0},                // added to the yearly change of FTE per head
    {"activity_points", 0},                     // added to the yearly growth of activity
    {"productivity_points", 0},                 // added to the yearly growth of productivity
    {"places_added", 0},                        // places a year, from the first autumn on
}};

/// A lever's settings; those that a scenario doesn't name are unchanged.
struct Levers {
    std::array<std::int64_t, levers.size()> settings = [] {
        std::array<std::int64_t, levers.size()> unchanged{};
        for (std::size_t i = 0; i < levers.size(); ++i) unchanged[i] = levers[i].unchanged;
        return unchanged;
    }();

    std::int64_t of(std::string_view id) const {
        for (std::size_t i = 0; i < levers.size(); ++i)
            if (levers[i].id == id) return settings[i];
        return 0;
    }
    void set(std::string_view id, std::int64_t setting) {
        for (std::size_t i = 0; i < levers.size(); ++i)
            if (levers[i].id == id) settings[i] = setting;
    }
    std::int64_t places_added() const { return std::clamp<std::int64_t>(of("places_added") / lever_unit, 0, 10'000); }
};

/// Rates for one future: of each assumption a value within its range, changed by the scenario.
struct AllRates {
    Rates supply;
    DemandRates demand;
    PerMillion participation = 0;
};

/// Takes the assumptions in the order of `assumption_ids`, so that the same chance gives the same values.
inline AllRates rates(const std::vector<Assumption>& assumptions, const Levers& settings, Chance& chance) {
    std::array<PerMillion, assumption_ids.size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        for (const Assumption& each : assumptions)
            if (each.id == assumption_ids[i]) values[i] = 10 * chance.within(each.low, each.central, each.high);
    const auto of = [&](const char* id) {
        return values[static_cast<std::size_t>(std::find(assumption_ids.begin(), assumption_ids.end(), id) -
                                               assumption_ids.begin())];
    };
    const auto times = [&](PerMillion rate, std::string_view lever) {
        constexpr std::int64_t most = 1'000 * lever_unit;
        return std::min(rate * std::clamp<std::int64_t>(settings.of(lever), 0, most) / (100 * lever_unit), million);
    };
    const auto plus = [&](PerMillion rate, std::string_view lever) {
        constexpr std::int64_t to_per_million = lever_unit / 10'000;
        constexpr PerMillion most = million / 2;
        return std::clamp(rate + settings.of(lever) / to_per_million, -most, most);
    };
    return {.supply = {.retirement = {{55, times(of(retirement_55), "retirement_percent")},
                                      {60, times(of(retirement_60), "retirement_percent")},
                                      {65, times(of(retirement_65), "retirement_percent")}},
                       .leavers = times(of(leavers), "leavers_percent"),
                       .recruitment = times(of(recruitment), "recruitment_percent"),
                       .overseas = times(of(overseas), "overseas_percent"),
                       .attrition = times(of(attrition), "attrition_percent"),
                       .take_up = of(take_up),
                       .qualified_take_up = of(qualified_take_up)},
            .demand = {.activity = plus(of(activity), "activity_points"),
                       .productivity = plus(of(productivity), "productivity_points")},
            .participation = plus(of(participation), "participation_points")};
}

}  // namespace quarterdeck::outlook
