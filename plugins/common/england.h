#pragma once

#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/text.h"

namespace quarterdeck::programmes {

/// A pillar of NHS England's table of diagnostics staff in post, with its professions. English names are as the
/// published series write them.
struct EnglandPillar {
    Text title;
    std::vector<Text> professions;
};

/// Staff in post in England by profession, observed in March 2017 to 2022 and projected to 2027, with growth a year
/// before and after March 2022 and the change between them, worked out from the staff in post.
Metric england_staff_in_post(const std::vector<EnglandPillar>& pillars);

}  // namespace quarterdeck::programmes
