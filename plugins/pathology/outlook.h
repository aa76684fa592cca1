#pragma once

#include "common/outlook/plan.h"

namespace quarterdeck::programmes::pathology_outlook {

/// The staff groups, training and assumptions of the programme's outlook.
OutlookPlan plan();

}  // namespace quarterdeck::programmes::pathology_outlook
