#pragma once

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

/// Over how many organisations staff are spread: the number of equally large ones that would give the same
/// concentration. One organisation with everybody gives 1; seven of one size give 7. To one decimal place.
Metric effective_organisations(const Population& staff);

}  // namespace quarterdeck::programmes
