#include "query/condition.h"

#include <algorithm>

namespace quarterdeck::query {
namespace {

/// Where the character that starts at `at` ends. Precondition: at < text.size().
std::size_t after_character(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    std::size_t end = at + 1;
    while (end < text.size() && end < at + length && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end;
}

void append(std::string& key, std::string_view text) {
    key += std::to_string(text.size());
    key += ':';
    key += text;
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t after_star = std::string_view::npos;  // where to go on in the pattern when the last star takes more
    std::size_t star_end = 0;                         // how far that star reaches in the text
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            after_star = ++p;
            star_end = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            t = after_character(text, t);
            ++p;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++t;
            ++p;
        } else if (after_star != std::string_view::npos) {
            star_end = after_character(text, star_end);
            t = star_end;
            p = after_star;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool holds(const Condition& condition, std::string_view value) {
    const auto& values = condition.values;
    switch (condition.test) {
        case Condition::Test::is: return std::find(values.begin(), values.end(), value) != values.end();
        case Condition::Test::is_not: return std::find(values.begin(), values.end(), value) == values.end();
        case Condition::Test::matches:
            return std::any_of(values.begin(), values.end(),
                               [&](const std::string& pattern) { return fits_pattern(pattern, value); });
    }
    return false;
}

std::string key_of(const Condition& condition) {
    std::string key = std::to_string(static_cast<int>(condition.field)) + ',' +
                      std::to_string(static_cast<int>(condition.test)) + '(';
    for (const auto& value : condition.values) append(key, value);
    return key + ')';
}

std::string key_of(const Rule& rule) {
    std::string key;
    for (const auto& alternative : rule.alternatives) {
        key += '|';
        for (const auto& condition : alternative) key += key_of(condition);
    }
    return key;
}

}  // namespace quarterdeck::query
