#pragma once

#include "common/outlook/plan.h"

namespace quarterdeck::programmes::imaging_outlook {

/// The staff groups, training and assumptions of the programme's outlook.
OutlookPlan plan();

}  // namespace quarterdeck::programmes::imaging_outlook
