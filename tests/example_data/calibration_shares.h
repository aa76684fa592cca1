#pragma once

#include <string>
#include <vector>

#include "calibrate.h"
#include "published.h"
#include "tally.h"

namespace quarterdeck::example {

/// Appends the shares of the age profile that the example doesn't have to two decimals, and, for an area whose shares
/// aren't published, the ones it has instead.
void list_age_profile(std::string& out, const Published& published, const std::vector<ExampleRow>& rows,
                      const std::vector<PopulationTally>& tallies);

/// Appends the shares of the skill mix that the example doesn't have to two decimals.
void list_skill_mix(std::string& out, const Published& published, const std::vector<ExampleRow>& rows,
                    const std::vector<PopulationTally>& tallies);

}  // namespace quarterdeck::example
