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
    /// Reads "2023-24Q4"; nothing when the text has another shape or its years don't follow each other.
    static std::optional<Quarter> parse(std::string_view text);

    /// The quarter that a day lies in.
    static Quarter of(Date day);

    Quarter previous() const;

    std::string text() const { return year() + "Q" + std::to_string(number_); }
    std::string year() const;  ///< "2023-24"
    int number() const { return number_; }

    auto operator<=>(const Quarter&) const = default;

private:
    Quarter(int first_year, int number) : first_year_(first_year), number_(number) {}

    int first_year_;
    int number_;  ///< 1 to 4
};

}  // namespace quarterdeck::returns
