#pragma once

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

/// One row for a programme's whole workforce: headcount, FTE, FTE per head, shares of women and of over 55s.
Metric key_figures(const Population& workforce);

/// Headcount and FTE beside those of twelve months before, with growth in per cent to one place.
/// Needs a snapshot of the same day a year earlier.
Metric growth(const Population& workforce);

}  // namespace quarterdeck::programmes
