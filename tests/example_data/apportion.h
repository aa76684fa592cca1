#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quarterdeck::example {

/// Shares `total` out by weights, by largest remainder; between equal remainders the earlier one wins.
/// Weights that are all 0 count alike. Precondition: there are weights, none of them negative.
std::vector<std::int64_t> apportion(std::int64_t total, std::span<const std::int64_t> weights);

}  // namespace quarterdeck::example
