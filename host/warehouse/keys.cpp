#include "warehouse/keys.h"

#include <fmt/format.h>

#include <algorithm>

#include "quarterdeck/population.h"
#include "warehouse/answer.h"

namespace quarterdeck::warehouse {

namespace {

constexpr std::uint64_t most_in_a_word = std::uint64_t{1} << 62U;

/// The class that most values have: it needn't list them.
std::size_t largest_class(const query::ColumnClasses& column) {
    std::vector<std::size_t> sizes(column.count);
    for (const std::uint16_t number : column.of_code) ++sizes[number];
    return static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
}

std::string class_of(const query::ColumnClasses& column, const std::vector<std::string>& values,
                     const Dialect& dialect) {
    const std::size_t otherwise = largest_class(column);
    std::vector<std::pair<std::size_t, std::vector<std::string>>> classes;
    for (std::size_t number = 0; number < column.count; ++number) {
        if (number == otherwise) continue;
        auto& some = classes.emplace_back(number, std::vector<std::string>()).second;
        for (std::size_t code = 0; code < values.size(); ++code)
            if (column.of_code[code] == number) some.push_back(values[code]);
    }
    return dialect.class_of(std::string(field_name(column.column)), classes, otherwise);
}

}  // namespace

Keys::Keys(const Values& values, const std::vector<query::ColumnClasses>& columns, const Dialect& dialect) {
    std::uint64_t possible = 1;
    std::string word;
    for (const query::ColumnClasses& column : columns) {
        if (column.count <= 1) {
            digits_.emplace_back();
            continue;
        }
        if (possible > most_in_a_word / column.count) {
            words_.push_back(std::move(word));
            word.clear();
            possible = 1;
        }
        digits_.push_back({words_.size(), possible, column.count});
        const auto& known = values[static_cast<std::size_t>(column.column)];
        word += fmt::format("{}{} * {}", word.empty() ? "" : " + ", class_of(column, known, dialect), possible);
        possible *= column.count;
    }
    // Rows that nothing tells apart have one key: 0, which this is for every counted row.
    words_.push_back(word.empty() ? "counted - 1" : std::move(word));
}

std::string Keys::text(const Dialect& dialect) const {
    std::vector<std::string> parts;
    for (const std::string& word : words_) {
        if (!parts.empty()) parts.push_back(dialect.literal("."));
        parts.push_back(word);
    }
    return dialect.text(parts);
}

std::vector<std::uint16_t> Keys::classes(std::string_view key) const {
    std::vector<std::uint64_t> words;
    for (const std::string_view word : split(key, '.')) words.push_back(static_cast<std::uint64_t>(number_in(word)));
    if (words.size() != words_.size()) throw BadAnswer();
    std::vector<std::uint16_t> classes;
    for (const Digit& digit : digits_)
        classes.push_back(static_cast<std::uint16_t>(words[digit.word] / digit.stride % digit.count));
    return classes;
}

}  // namespace quarterdeck::warehouse
