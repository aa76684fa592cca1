#pragma once

#include <cstdint>
#include <optional>

#include "quarterdeck/metric.h"
#include "quarterdeck/table.h"

namespace quarterdeck::query {

/// numerator ÷ denominator, rounded once, half away from zero, to `places` decimal places.
/// Nothing when the denominator is zero, or when the result is too large for a Decimal.
/// Precondition: places from 0 to 9, else std::invalid_argument.
std::optional<Decimal> rounded_ratio(std::int64_t numerator, std::int64_t denominator, int places);

/// A formula's result from the exact values of its two columns, given in 1/scale each (1 for people, 100,000
/// for FTE). Nothing when it would divide by nothing, for growth from nothing or less, for compound growth from or
/// to nothing or less, or when the result is too large for a Decimal.
/// Precondition: scales above 0, places from 0 to 9, years from 1 to 100, else std::invalid_argument.
std::optional<Decimal> evaluate_formula(const Formula& formula, std::int64_t of, std::int64_t of_scale,
                                        std::int64_t over, std::int64_t over_scale);

}  // namespace quarterdeck::query
