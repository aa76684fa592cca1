#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::snapshot {

/// The age bands as rows number them.
inline constexpr std::array<std::string_view, 6> age_bands{"25 and under", "26-35",       "36-45",
                                                           "46-55",        "56 and over", "Unknown"};

/// Why a date of birth gives no age.
enum class AgeFault : std::uint8_t { none, missing, in_future, implausible };

struct Age {
    std::uint8_t band = age_bands.size() - 1;  ///< number in `age_bands`
    AgeFault fault = AgeFault::none;
};

/// The number in `age_bands` of an age in completed years, at least 0.
constexpr std::uint8_t age_band_number(int years) {
    return static_cast<std::uint8_t>((years > 25) + (years > 35) + (years > 45) + (years > 55));
}

/// The age at a day of somebody born at `birth`: year, month and day in decimal places; 0: not known.
Age age_at(std::int32_t birth, Date day);

}  // namespace quarterdeck::snapshot
