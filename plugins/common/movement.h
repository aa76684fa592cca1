#pragma once

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

// Why a programme's workforce figures moved in twelve months: one row each, so that programmes can be stacked. They
// need a snapshot of the same day a year earlier.

/// Headcount then, who came and who went by kind, and headcount now; and likewise in FTE, with changed hours.
Metric movement(const Population& workforce);
Metric movement_fte(const Population& workforce);

enum class DoctorsInTraining : bool { no, yes };

/// Leaver rate and stability index at the level of NHS Wales. `training`: whether the workforce has doctors in
/// training, who are left out.
Metric turnover(const Population& workforce, DoctorsInTraining training);

}  // namespace quarterdeck::programmes
