#include "register/quarter.h"

#include <fmt/format.h>

#include <charconv>

namespace quarterdeck::returns {

std::optional<Quarter> Quarter::parse(std::string_view text) {
    int first_year = 0;
    if (text.size() != 9 || std::from_chars(text.data(), text.data() + 4, first_year).ptr != text.data() + 4)
        return std::nullopt;
    const Quarter quarter(first_year, text[8] - '0');
    if (first_year < 0 || quarter.number_ < 1 || quarter.number_ > 4 || quarter.text() != text) return std::nullopt;
    return quarter;
}

Quarter Quarter::of(Date day) {
    if (day.month < 4) return {day.year - 1, 4};
    return {day.year, static_cast<int>((day.month - 1) / 3)};
}

Quarter Quarter::previous() const {
    if (number_ == 1) return {first_year_ - 1, 4};
    return {first_year_, number_ - 1};
}

std::string Quarter::year() const {
    return fmt::format("{:04}-{:02}", first_year_, (first_year_ + 1) % 100);
}

}  // namespace quarterdeck::returns
