#include "age_profile.h"

#include <algorithm>
#include <span>
#include <utility>

#include "apportion.h"
#include "population.h"

namespace quarterdeck::example {

namespace {

constexpr std::size_t lower_bands = age_bands - 1;

/// How many of `people` round to the share as printed. Empty where `least` is above `most`.
struct Range {
    std::int64_t least;
    std::int64_t most;
};

Range rounding_to(std::int64_t share, std::int64_t people) {
    const std::int64_t least = std::max<std::int64_t>(0, ((2 * share - 1) * people + 199) / 200);
    const std::int64_t most = ((2 * share + 1) * people + 199) / 200 - 1;
    return {share == 0 ? 0 : least, most};
}

using LowerRanges = std::array<Range, lower_bands>;

LowerRanges lower_ranges(std::int64_t people, const AgeShares& shares) {
    LowerRanges ranges{};
    for (std::size_t band = 0; band < lower_bands; ++band) ranges[band] = rounding_to(shares[band], people);
    return ranges;
}

bool can_hold(const LowerRanges& ranges, std::int64_t people) {
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (const Range& range : ranges) {
        if (range.least > range.most) return false;
        least += range.least;
        most += range.most;
    }
    return least <= people && people <= most;
}

/// Moves people between bands until each stands in its range. Precondition: the ranges can hold them.
void move_into(const LowerRanges& ranges, AgeCounts& counts) {
    std::int64_t waiting = 0;
    for (std::size_t band = 0; band < lower_bands; ++band) {
        const std::int64_t fitting = std::clamp(counts[band], ranges[band].least, ranges[band].most);
        waiting += counts[band] - fitting;
        counts[band] = fitting;
    }
    for (std::size_t band = 0; band < lower_bands; ++band) {
        const std::int64_t moved =
            std::clamp(waiting, ranges[band].least - counts[band], ranges[band].most - counts[band]);
        counts[band] += moved;
        waiting -= moved;
    }
}

}  // namespace

std::optional<AgeShares> published_shares(const Published& published, std::size_t population) {
    AgeShares shares{};
    std::size_t band = 0;
    for (const auto& share : published.age_profile) {
        if (population_of_area(share.profile, share.area) != population) continue;
        if (!share.share.open() || band == age_bands) return std::nullopt;
        shares[band++] = share.share.value;
    }
    if (band != age_bands) return std::nullopt;
    return shares;
}

AgeCounts spread_ages(std::int64_t people, std::int64_t over_55, const AgeShares& shares) {
    const std::int64_t under = people - over_55;
    AgeCounts counts{};
    std::ranges::copy(apportion(under, std::span(shares).first<lower_bands>()), counts.begin());
    counts.back() = over_55;
    const LowerRanges ranges = lower_ranges(people, shares);
    if (can_hold(ranges, under)) move_into(ranges, counts);
    return counts;
}

void assign_ages(std::vector<Ageing>& people, const AgeCounts& counts, Draw& draw) {
    std::vector<std::pair<std::uint32_t, Ageing*>> waiting;
    waiting.reserve(people.size());
    for (auto& someone : people) waiting.emplace_back(someone.rank * 100 + draw.below(150), &someone);
    std::ranges::stable_sort(waiting, {}, &std::pair<std::uint32_t, Ageing*>::first);
    std::int64_t places = 0;
    for (std::size_t band = 0; band < lower_bands; ++band) {
        places += counts[band];
        const bool last = band + 1 == lower_bands;
        decltype(waiting) passed_over;
        for (const auto& entry : waiting) {
            const Ageing& someone = *entry.second;
            if (!last && (places == 0 || someone.youngest > age_band[band].oldest)) {
                passed_over.push_back(entry);
                continue;
            }
            --places;
            someone.person->youngest = std::max(someone.youngest, age_band[band].youngest);
            someone.person->oldest = age_band[band].oldest;
        }
        waiting = std::move(passed_over);
    }
}

}  // namespace quarterdeck::example
