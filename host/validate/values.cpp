#include "validate/values.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace quarterdeck::validate {
namespace {

constexpr int decimal_places = 5;
constexpr std::int32_t no_day = -1;
constexpr std::int64_t largest = 1'000'000'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The number that the digits [from, from + count) write; -1 when one of them isn't a digit.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    int number = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (!is_digit(text[i])) return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

int month_of(std::string_view name) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (same_word(months[i], name)) return static_cast<int>(i) + 1;
    return -1;
}

/// The packed day; negative for one that doesn't exist.
std::int32_t real_day(int year, int month, int day) {
    constexpr std::array<int, 13> longest{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > longest[static_cast<std::size_t>(month)]) return no_day;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2 && day == 29 && !leap) return no_day;
    return packed({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

/// Reads YYYY-MM-DD without looking at the characters one by one.
std::int32_t iso_day(const char* text) {
    std::uint32_t year = 0;
    std::uint64_t rest = 0;
    std::memcpy(&year, text, sizeof year);
    std::memcpy(&rest, text + 2, sizeof rest);
    // What should be there taken away, digits are from 0 to 9 and hyphens are 0; all else reaches the highest bit.
    year ^= 0x3030'3030U;
    rest ^= 0x3030'2D30'302D'3030U;
    const std::uint64_t wrong_year = (year + std::uint64_t{0x7676'7676U}) | year;
    const std::uint64_t wrong_rest = (rest + 0x7676'7F76'767F'7676U) | rest;
    if (((wrong_year & 0x8080'8080U) | (wrong_rest & 0x8080'8080'8080'8080U)) != 0) return no_day;
    const auto digit = [rest](unsigned at) { return static_cast<int>((rest >> (8 * at)) & 0xFF); };
    const int years =
        static_cast<int>(year & 0xFF) * 1000 + static_cast<int>((year >> 8) & 0xFF) * 100 + digit(0) * 10 + digit(1);
    const int month = digit(3) * 10 + digit(4);
    const int day = digit(6) * 10 + digit(7);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 28)
        return packed({years, static_cast<unsigned>(month), static_cast<unsigned>(day)});
    return real_day(years, month, day);
}

}  // namespace

std::int32_t read_packed(std::string_view text) {
    if (text.size() == 10) return iso_day(text.data());
    if (text.size() == 11 && text[2] == '-' && text[6] == '-')
        return real_day(digits(text, 7, 4), month_of(text.substr(3, 3)), digits(text, 0, 2));
    return no_day;
}

std::optional<Date> read_date(std::string_view text) {
    const std::int32_t day = read_packed(text);
    if (day < 0) return std::nullopt;
    return Date{day / 10'000, static_cast<unsigned>(day / 100 % 100), static_cast<unsigned>(day % 100)};
}

std::optional<Decimal> read_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    Decimal number;
    int places = -1;
    bool any_digit = false;
    for (const char c : text) {
        if (c == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (!is_digit(c)) return std::nullopt;
        any_digit = true;
        if (places == decimal_places) {
            if (!number.rounded && c >= '5') ++number.value;
            number.rounded = true;
            continue;
        }
        number.value = number.value * 10 + (c - '0');
        if (places >= 0) ++places;
        if (places < 0 && number.value > largest) return std::nullopt;
    }
    if (!any_digit) return std::nullopt;
    constexpr std::array<std::int64_t, decimal_places + 1> scales{100'000, 10'000, 1'000, 100, 10, 1};
    number.value *= scales[static_cast<std::size_t>(std::max(places, 0))];
    if (negative) number.value = -number.value;
    return number;
}

bool looks_like_fte(std::string_view text) {
    constexpr std::string_view digit_like = "0123456789OolI";
    if (text.empty() || text.size() > 8) return false;
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = std::min(text.find_first_of(".,"), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = text.substr(std::min(point + 1, text.size()));
    const bool only_digits =
        (whole.find_first_not_of(digit_like) & part.find_first_not_of(digit_like)) == std::string_view::npos;
    return only_digits && whole.size() <= 2 && std::any_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t";
    const std::size_t from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(space) - from + 1);
}

bool same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

}  // namespace quarterdeck::validate
