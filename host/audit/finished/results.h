#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "audit/printed.h"
#include "audit/system.h"
#include "quarterdeck/metric.h"

namespace quarterdeck::audit {

/// The result of a formula as a file shows it: a figure, which may be below zero. Nothing for what is no figure.
std::optional<Printed> read_result(std::string_view text);

/// What rounds to a printed number, in 1/100,000.
Range unrounded(const Printed& printed);

/// What is known of one figure divided by another: `times` the quotient lies in `range`, in 1/100,000.
struct Quotient {
    Range range;
    std::int64_t times = 1;
};

/// What a result says of the two figures behind it. Compound growth is taken to the power of its years, and the range
/// widened by what that may be off. Precondition: the formula isn't a difference.
Quotient quotient_of(const Formula& formula, Range result);

}  // namespace quarterdeck::audit
