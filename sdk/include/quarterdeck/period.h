#pragma once

#include <array>
#include <charconv>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quarterdeck {

/// A calendar day (proleptic Gregorian). Always a real one when it comes from `parse`.
struct Date {
    int year = 1970;
    unsigned month = 1;
    unsigned day = 1;

    auto operator<=>(const Date&) const = default;

    /// Reads `YYYY-MM-DD`; nothing when the text has another shape or names no real day.
    static std::optional<Date> parse(std::string_view text) {
        if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
        Date date;
        const auto number = [&](std::size_t from, std::size_t to, auto& into) {
            const auto [end, error] = std::from_chars(text.data() + from, text.data() + to, into);
            return error == std::errc{} && end == text.data() + to;
        };
        if (text[0] == '-' || !number(0, 4, date.year) || !number(5, 7, date.month) || !number(8, 10, date.day))
            return std::nullopt;
        if (!date.calendar().ok()) return std::nullopt;
        return date;
    }

    /// `YYYY-MM-DD`.
    std::string iso() const {
        std::string text = "0000-00-00";
        const auto put = [&](unsigned value, std::size_t last, std::size_t digits) {
            for (; digits > 0; --digits, --last, value /= 10) text[last] = static_cast<char>('0' + value % 10);
        };
        put(static_cast<unsigned>(year), 3, 4);
        put(month, 6, 2);
        put(day, 9, 2);
        return text;
    }

    /// Days since 1 January 1970; negative before it.
    std::int32_t days() const {
        return static_cast<std::int32_t>(std::chrono::sys_days(calendar()).time_since_epoch().count());
    }

    static Date from_days(std::int32_t days) {
        const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
        return {int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day())};
    }

    /// The same day of the month, `months` earlier; the month's last day where that month is shorter, or
    /// where this is the last day of its own month (30 June is three months before 30 September).
    Date months_before(int months) const {
        using namespace std::chrono;
        const year_month_day here = calendar();
        const year_month then = year_month{here.year(), here.month()} - std::chrono::months{months};
        const year_month_day last = then / std::chrono::last;
        const bool at_end = here == year_month_day{here.year() / here.month() / std::chrono::last};
        const unsigned last_day = unsigned(last.day());
        return {int(then.year()), unsigned(then.month()), at_end || day > last_day ? last_day : day};
    }

private:
    std::chrono::year_month_day calendar() const {
        return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    }
};

/// Age in completed years on a day. Someone born on 29 February completes a year on 1 March of a common year.
inline int completed_years(Date birth, Date on) {
    const bool birthday_reached = on.month > birth.month || (on.month == birth.month && on.day >= birth.day);
    return on.year - birth.year - (birthday_reached ? 0 : 1);
}

}  // namespace quarterdeck
