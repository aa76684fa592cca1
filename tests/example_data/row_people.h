#pragma once

#include <cstdint>

#include "calibrate.h"
#include "jobs.h"
#include "person.h"
#include "published.h"

namespace quarterdeck::example {

/// The people of a calibrated row: as many men, women and people over 55 as it has, contracts that add up to its FTE,
/// and posts in its band group. The age of those who aren't over 55 is still open.
People people_of_row(const ExampleRow& row, const Published& published, Jobs& jobs, Draw& draw);

/// Draws a contract for a post.
Contract draw_contract(const Job& job, Draw& draw);

/// The age at which a post can be reached.
std::uint8_t youngest_in(const Job& job);

/// 0 for the lowest pay bands, 1 for qualified staff and doctors in training, 2 above.
std::uint32_t rank_of(const Job& job);

}  // namespace quarterdeck::example
