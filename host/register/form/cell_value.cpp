#include "register/form/cell_value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "quarterdeck/message/reader.h"
#include "validate/message.h"

namespace quarterdeck::returns {

namespace {

using Kind = FormColumn::Kind;

constexpr int first_year = 2000;
constexpr int last_year = 2099;

CellValue wrong(const Cell& cell, const std::string& expected) {
    return {.value = {}, .fault = fmt::format("it is \"{}\"; expected {}.", validate::shown(cell.text), expected)};
}

std::string trimmed(std::string text) {
    std::erase(text, '\r');
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    return text;
}

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

CellValue text_value(const Cell& cell, const FormColumn& column) {
    std::string text = trimmed(cell.text);
    if (!message::detail::printable(text))
        return {.value = {}, .fault = "the text holds a control character. Take it out."};
    if (const std::size_t length = characters(text); length > column.longest)
        return {.value = {},
                .fault = fmt::format("the text has {} characters; expected at most {}. Shorten it.", length,
                                     column.longest)};
    if (text.empty()) return {};
    return {.value = std::move(text)};
}

CellValue choice_value(const Cell& cell, const FormColumn& column) {
    const std::string text = trimmed(cell.text);
    if (text.empty()) return {};
    std::vector<std::string> words;
    for (const auto& [name, choice] : column.choices) {
        if (text == choice) return {.value = name};
        words.push_back(choice);
    }
    return wrong(cell, fmt::format("one of the list: {}", fmt::join(words, ", ")));
}

std::optional<Decimal> decimal_of(const Cell& cell) {
    const std::optional<Figure> figure = message::detail::figure_of(trimmed(cell.text));
    if (!figure || !std::holds_alternative<Decimal>(*figure)) return std::nullopt;
    return std::get<Decimal>(*figure);
}

CellValue whole_value(const Cell& cell, const FormColumn& column) {
    const std::optional<Decimal> number = decimal_of(cell);
    if (!number || number->places != 0 || number->units < column.lowest || number->units > column.highest)
        return wrong(cell, fmt::format("a whole number from {} to {}", column.lowest, column.highest));
    return {.value = *number};
}

CellValue decimal_value(const Cell& cell) {
    const std::optional<Decimal> number = decimal_of(cell);
    if (!number) return wrong(cell, "a number, for instance 12.5");
    return {.value = *number};
}

/// Excel counts from 1 January 1900 and has a 29 February in that year, so that day 61 is 1 March 1900.
std::optional<Date> day_of(const Cell& cell, bool days_from_1904) {
    const std::string text = trimmed(cell.text);
    if (const std::optional<Date> date = Date::parse(text)) return date;
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (cell.kind != Cell::Kind::number || !whole || number < 61 || number > 100'000) return std::nullopt;
    static const std::int32_t day_0 = Date{1899, 12, 30}.days();
    static const std::int32_t day_0_from_1904 = Date{1904, 1, 1}.days();
    return Date::from_days(number + (days_from_1904 ? day_0_from_1904 : day_0));
}

CellValue date_value(const Cell& cell, bool days_from_1904) {
    const std::optional<Date> date = day_of(cell, days_from_1904);
    if (!date || date->year < first_year || date->year > last_year)
        return wrong(cell, "a day from 2000 to 2099, entered as Excel shows days, for instance 31/03/2024");
    return {.value = *date};
}

}  // namespace

CellValue value_of(const Cell& cell, const FormColumn& column, bool days_from_1904) {
    if (cell.kind == Cell::Kind::formula)
        return {.value = {},
                .fault = "it is a formula; expected a value. Copy the cell and paste it as a value over itself."};
    if (cell.kind == Cell::Kind::boolean && column.kind != Kind::text && column.kind != Kind::fixed)
        return wrong(cell, "a value of this column, not true or false");
    switch (column.kind) {
        case Kind::choice: return choice_value(cell, column);
        case Kind::whole: return whole_value(cell, column);
        case Kind::decimal: return trimmed(cell.text).empty() ? CellValue{} : decimal_value(cell);
        case Kind::date: return trimmed(cell.text).empty() ? CellValue{} : date_value(cell, days_from_1904);
        case Kind::text:
        case Kind::fixed: break;
    }
    return text_value(cell, column);
}

}  // namespace quarterdeck::returns
