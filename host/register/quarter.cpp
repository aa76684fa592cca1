#include "register/quarter.h"

#include <fmt/format.h>

#include <array>
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

Date Quarter::last_day() const {
    if (number_ == 4) return {first_year_ + 1, 3, 31};
    constexpr std::array<unsigned, 3> last_days{30, 30, 31};  // of June, September, December
    return {first_year_, static_cast<unsigned>(number_ * 3 + 3), last_days.at(static_cast<std::size_t>(number_ - 1))};
}

std::string Quarter::year() const {
    return fmt::format("{:04}-{:02}", first_year_, (first_year_ + 1) % 100);
}

std::optional<Date> last_day_of(std::string_view period) {
    const bool year = period.find('Q') == std::string_view::npos;
    const std::optional<Quarter> quarter = Quarter::parse(std::string(period) + (year ? "Q4" : ""));
    if (!quarter) return std::nullopt;
    return quarter->last_day();
}

}  // namespace quarterdeck::returns
