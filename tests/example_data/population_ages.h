#pragma once

#include <cstdint>

#include "jobs.h"
#include "person.h"
#include "published.h"

namespace quarterdeck::example {

/// Gives everybody who isn't over 55 an age band, by the published profile of their population. Where no profile is
/// published, as in the populations of the same table that have one, else of all that belong to the same profile.
/// One person turns 56 on the snapshot day itself and one on the day after.
void set_ages(People& people, const Jobs& jobs, const Published& published, std::uint64_t seed);

}  // namespace quarterdeck::example
