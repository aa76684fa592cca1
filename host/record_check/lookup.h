#pragma once

#include <string_view>

namespace quarterdeck::record_check {

/// What the occupation code manual (22.1, `reference/occupation_codes.csv`) says of a code.
enum class Standing { valid, retired, unknown, malformed };

Standing standing_of(std::string_view code);

/// Whether a code and an ESR staff group may stand together. True for codes and groups that aren't known.
bool fits_staff_group(std::string_view code, std::string_view staff_group);

/// Whether a code and a pay band may stand together: doctors have grades, support staff Band 2 to 4, registered staff
/// no Band 2 or 3. True for codes and bands that aren't known.
bool fits_band(std::string_view code, std::string_view pay_band);

/// Whether "Medical and Dental" stands with a grade and any other staff group with a band. True for unknown bands.
bool band_fits_staff_group(std::string_view pay_band, std::string_view staff_group);

/// The programme that the manual's copy puts a code in, retired ones too; empty for codes that aren't known.
std::string_view programme_of(std::string_view code);

/// The English name of a health board or trust of `reference/organisations.csv`; empty for other codes.
std::string_view organisation_name(std::string_view ods_code);

}  // namespace quarterdeck::record_check
