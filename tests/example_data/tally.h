#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "age_profile.h"
#include "jobs.h"
#include "person.h"

namespace quarterdeck::example {

/// The published band groups of the skill mix, lowest first, with their names in it.
struct MixGroup {
    std::string_view printed;
    std::string_view band_group;
};
inline constexpr std::array<MixGroup, 4> mix_groups{
    {{"2/3/4", "Band 2-4"}, {"5/6", "Band 5-6"}, {"7/8a/8b", "Band 7/8a/8b"}, {"8c/8d/9", "Band 8c/8d/9"}}};

/// The people of one population with a counted first post.
struct PopulationTally {
    std::int64_t people = 0;
    AgeCounts by_age{};
    std::array<std::int64_t, mix_groups.size()> by_mix_group{};
};

/// One a population, in the order of `populations()`.
std::vector<PopulationTally> tally(const People& people, const Jobs& jobs);

}  // namespace quarterdeck::example
