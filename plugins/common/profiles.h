#pragma once

#include <string>
#include <vector>

#include "quarterdeck/metric.h"
#include "quarterdeck/population.h"

namespace quarterdeck::programmes {

/// A row of a profile: an area of work and its staff.
struct Area {
    Text label;
    Population staff;
};

/// How the staff of some areas divide into classes, area by area.
struct Profile {
    Text title;
    Population population;  ///< the areas' staff together
    std::vector<Area> areas;
    std::vector<Text> notes;
};

// Shares of each area's headcount in five age bands, whole per cent, with a stacked bar an area.
Metric age_profile_medical(const Profile& profile);
Metric age_profile_science(const Profile& profile);

/// Shares of each area's headcount in the four groups of Agenda for Change bands, whole per cent, with a stacked
/// bar an area. Staff outside the four groups count in the headcount, so shares may add up to less than 100.
Metric skill_mix(const Profile& profile);

}  // namespace quarterdeck::programmes
