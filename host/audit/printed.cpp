#include "audit/printed.h"

#include <algorithm>
#include <array>
#include <string>

namespace quarterdeck::audit {
namespace {

constexpr std::array<std::string_view, 3> hidden{"[c]", "c", "*"};
constexpr std::array<std::string_view, 9> absent{"", "[x]", "[z]", "[low]", "..", ":", "n/a", "x", "z"};
constexpr std::array<std::string_view, 3> nil{"-", "–", "—"};

template <std::size_t n>
bool is_one_of(std::string_view text, const std::array<std::string_view, n>& all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Digits with an optional fraction.
std::optional<Printed> number(std::string text) {
    constexpr std::size_t most_digits = 7;
    constexpr std::size_t most_places = 4;
    std::erase(text, ',');
    if (text.ends_with('%')) text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t places = point == text.size() ? 0 : text.size() - point - 1;
    if (point == 0 || point > most_digits || places > most_places) return std::nullopt;
    Printed printed{.kind = Printed::Kind::number, .places = static_cast<int>(places)};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) continue;
        if (!is_digit(text[i])) return std::nullopt;
        printed.value = printed.value * 10 + (text[i] - '0');
    }
    for (std::size_t i = places; i < most_places + 1; ++i) printed.value *= 10;
    return printed;
}

}  // namespace

std::optional<Printed> read_printed(std::string_view text) {
    if (is_one_of(text, absent)) return Printed{};
    if (is_one_of(text, hidden)) return Printed{.kind = Printed::Kind::hidden};
    if (is_one_of(text, nil)) return Printed{.kind = Printed::Kind::number};
    if (!text.starts_with('<')) return number(std::string(text));
    const std::optional<Printed> limit = number(std::string(text.substr(1)));
    if (!limit || limit->places != 0 || limit->value == 0) return std::nullopt;
    return Printed{.kind = Printed::Kind::hidden, .below = limit->value / Printed::unit};
}

}  // namespace quarterdeck::audit
