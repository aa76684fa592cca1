#pragma once

#include <string_view>

namespace quarterdeck::snapshot {

/// The band group that the published tables count a pay band or grade in: "Band 2-4", "Non AfC", "Consultant",
/// "Other", …; "Unknown" for a band that is not on the scale. Spaces and case count.
std::string_view band_group(std::string_view pay_band);

/// Whether a pay band or grade belongs to such a group; "Unknown" is none.
bool is_band_group(std::string_view group);

/// The age band of an age in completed years: "25 and under", "26-35", "36-45", "46-55" or "56 and over".
/// "Unknown" for a negative age.
std::string_view age_band(int years);

}  // namespace quarterdeck::snapshot
