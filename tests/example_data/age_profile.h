#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "draw.h"
#include "person.h"
#include "published.h"

namespace quarterdeck::example {

/// People by age band.
using AgeCounts = std::array<std::int64_t, age_bands>;

/// Shares by age band, in hundredths, as printed.
using AgeShares = std::array<std::int64_t, age_bands>;

/// The published shares of an area; nothing where one of them is missing.
std::optional<AgeShares> published_shares(const Published& published, std::size_t population);

/// Spreads the people who aren't over 55 over the four lower bands by the shares, by largest remainder. Where all four
/// can have the share of everybody that is printed (rounded half up to two decimals), they get it.
AgeCounts spread_ages(std::int64_t people, std::int64_t over_55, const AgeShares& shares);

/// A share in hundredths, rounded half up.
constexpr std::int64_t rounded_share(std::int64_t part, std::int64_t whole) {
    return (200 * part + whole) / (2 * whole);
}

/// Someone who gets an age band.
struct Ageing {
    Person* person = nullptr;
    std::uint32_t rank = 0;     ///< 0 for the lowest pay bands, 2 for the highest grades
    std::uint8_t youngest = 0;  ///< the grade can't be reached earlier
};

/// Gives the people who aren't over 55 an age band: so many as `counts` says, the younger mainly in lower grades.
/// Somebody whose grade can't be reached in a band is passed over there.
void assign_ages(std::vector<Ageing>& people, const AgeCounts& counts, Draw& draw);

}  // namespace quarterdeck::example
