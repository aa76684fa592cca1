#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::validate {

/// A day as records write it: 2023-03-31 or 31-MAR-2023 (month in any case). Nothing for other shapes and for
/// days that don't exist.
std::optional<Date> read_date(std::string_view text);

/// A day as one number: year, month and day in decimal places (20230331).
constexpr std::int32_t packed(Date date) {
    return date.year * 10'000 + static_cast<std::int32_t>(date.month * 100 + date.day);
}

/// The day that `read_date` reads, packed; negative where there is none.
std::int32_t read_packed(std::string_view text);

/// A decimal number in 1/100,000, read exactly.
struct Decimal {
    std::int64_t value = 0;
    bool rounded = false;  ///< the text had more places; the value is rounded half away from zero
};

/// Reads digits with at most one decimal point and an optional sign: "0.8", "1", ".5", "-0.2". Nothing for other
/// text and for numbers over a thousand million.
std::optional<Decimal> read_decimal(std::string_view text);

/// Whether a text that isn't an FTE may be shown in a message: at most eight characters that look like a mistyped
/// small number, so that no name, date of birth or number of a person can be told.
bool looks_like_fte(std::string_view text);

/// The text without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

/// Whether two texts are the same but for the case of the letters A to Z.
bool same_word(std::string_view left, std::string_view right);

/// Whether the text holds a control character other than tab and line breaks.
bool has_control_character(std::string_view text);

}  // namespace quarterdeck::validate
