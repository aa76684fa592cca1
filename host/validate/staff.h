#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::validate {

/// Whether assignments of this status count: active, internal secondment, acting up; case makes no difference.
bool status_counts(std::string_view status);

/// Whether assignments of this contract type count: permanent, fixed term, locum.
bool contract_counts(std::string_view contract);

/// Whether a category or contract type marks a bank or honorary assignment, which is left out by rule.
bool bank_or_honorary(std::string_view text);

enum class Gender : std::uint8_t { unknown, female, male };

/// "Female", "F", "Male", "M" in any case; everything else is unknown.
Gender gender_of(std::string_view text);

/// "Unknown", "Female" or "Male".
std::string_view gender_name(Gender gender);

/// "Yes", "Y", "True" or "1" in any case.
bool is_yes(std::string_view text);

/// The ages, in completed years, that a date of birth is believed for.
inline constexpr int youngest_age = 15;
inline constexpr int oldest_age = 100;

}  // namespace quarterdeck::validate
