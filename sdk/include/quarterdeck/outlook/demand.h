#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "quarterdeck/outlook/chance.h"

/// Demand for staff in FTE, and the gap to supply. FTE counts in hundredths here.
namespace quarterdeck::outlook {

/// What activity asks of staff, from one year to the next.
struct DemandRates {
    PerMillion activity = 0;      ///< growth of activity a year
    PerMillion productivity = 0;  ///< more activity done by the same staff, a year
};

/// FTE needed at the end of each year: that of the start × ((1 + activity) ÷ (1 + productivity)), year upon year.
/// Nothing less than 0 is needed. Precondition: productivity above −100 %.
inline std::vector<std::int64_t> demand(std::int64_t start_fte, const DemandRates& rates, int years) {
    constexpr std::int64_t finer = 1'000;
    std::vector<std::int64_t> needed;
    std::int64_t fte = start_fte * finer;
    for (int year = 0; year < years; ++year) {
        const std::int64_t divisor = million + rates.productivity;
        fte = fte * (million + rates.activity) / divisor;
        needed.push_back((fte + finer / 2) / finer);
    }
    return needed;
}

/// FTE that people give at the end of each year: as much a head as at the start, changed by `participation` a year.
inline std::vector<std::int64_t> fte_of(const std::vector<std::int64_t>& headcounts, std::int64_t first_headcount,
                                        std::int64_t first_fte, PerMillion participation) {
    std::vector<std::int64_t> fte;
    std::int64_t factor = million;
    for (const std::int64_t people : headcounts) {
        factor += factor * participation / million;
        const std::int64_t at_first = first_headcount == 0 ? 0 : people * first_fte / first_headcount;
        fte.push_back((at_first * factor + million / 2) / million);
    }
    return fte;
}

/// The first year, from 1, whose demand is above supply; nothing when none is.
inline std::optional<int> gap_opens(const std::vector<std::int64_t>& supply, const std::vector<std::int64_t>& demand) {
    for (std::size_t year = 0; year < supply.size() && year < demand.size(); ++year)
        if (demand[year] > supply[year]) return static_cast<int>(year) + 1;
    return std::nullopt;
}

}  // namespace quarterdeck::outlook
