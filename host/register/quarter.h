#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::returns {

/// A quarter of a financial year, which begins on 1 April: "2023-24Q4" is January to March 2024.
class Quarter {
public:
    /// That of 1 April 1970, until a real one is read.
    Quarter() = default;

    /// Reads "2023-24Q4"; nothing when the text has another shape or its years don't follow each other.
    static std::optional<Quarter> parse(std::string_view text);

    /// The quarter that a day lies in.
    static Quarter of(Date day);

    Quarter previous() const;
    Date last_day() const;

    std::string text() const { return year() + "Q" + std::to_string(number_); }
    std::string year() const;  ///< "2023-24"
    int number() const { return number_; }

    auto operator<=>(const Quarter&) const = default;

private:
    Quarter(int first_year, int number) : first_year_(first_year), number_(number) {}

    int first_year_ = 1970;
    int number_ = 1;  ///< 1 to 4
};

/// The last day of a quarter ("2024-25Q2") or financial year ("2024-25"), as plans name them: when it is due.
/// Nothing for an empty text or another shape.
std::optional<Date> last_day_of(std::string_view period);

}  // namespace quarterdeck::returns
