#pragma once

#include <cstdint>
#include <vector>

#include "draw.h"

namespace quarterdeck::example {

/// Contracts of so many people that add up to exactly `total_hundredths` of FTE, in 1/100,000: whole-time and usual
/// part-time ones, each above 0 and at most 1. Precondition: 0 < total_hundredths <= 100 * people, or both are 0.
std::vector<std::int32_t> share_out_fte(std::int64_t people, std::int64_t total_hundredths, Draw& draw);

}  // namespace quarterdeck::example
