#include "warehouse/answer.h"

#include <algorithm>
#include <charconv>

namespace quarterdeck::warehouse {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) throw BadAnswer();
    return number;
}

std::vector<std::string_view> columns_of(std::string_view line, std::size_t expected) {
    std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() != expected) throw BadAnswer();
    return columns;
}

std::vector<std::pair<std::int64_t, std::vector<std::string_view>>> in_order(const std::vector<std::string>& lines,
                                                                             std::size_t columns) {
    std::vector<std::pair<std::int64_t, std::vector<std::string_view>>> ordered;
    for (const std::string& line : lines) {
        auto parts = columns_of(line, columns);
        const std::int64_t first = number_in(parts.front());
        ordered.emplace_back(first, std::move(parts));
    }
    std::sort(ordered.begin(), ordered.end(),
              [](const auto& one, const auto& other) { return one.first < other.first; });
    return ordered;
}

}  // namespace quarterdeck::warehouse
