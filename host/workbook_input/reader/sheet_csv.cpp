#include "workbook_input/reader/sheet_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "extract/columns.h"
#include "extract/workbook.h"
#include "quarterdeck/period.h"
#include "refusal.h"

namespace quarterdeck::workbook_input {
namespace {

constexpr std::uint64_t most_cells = 30'000'000;
constexpr std::array<extract::WantedField, 7> date_fields{{{"snapshot_date", false},
                                                           {"date_of_birth", false},
                                                           {"start_date", false},
                                                           {"end_date", false},
                                                           {"date", false},
                                                           {"valid_from", false},
                                                           {"valid_to", false}}};

/// What stands before each cell's text.
struct Head {
    std::uint32_t size = 0;
    std::uint16_t column = 0;
    Value::Kind kind = Value::Kind::text;
};

std::vector<char> date_columns(const std::vector<Value>& header) {
    std::vector<std::string> names;
    names.reserve(header.size());
    for (const Value& cell : header) names.push_back(cell.text);
    const extract::ColumnMap map = extract::map_columns(names, date_fields);
    std::vector<char> dates(header.size());
    for (const std::size_t column : map.position)
        if (column < dates.size()) dates[column] = 1;
    return dates;
}

/// Excel's number of a day as year-month-day; other numbers as they are. Excel counts a 29 February 1900, which never
/// was, as day 60.
std::string day_text(const std::string& number, bool days_from_1904) {
    constexpr std::int32_t leap_day = 60;
    constexpr std::int32_t end_of_9999 = 2'958'465;
    std::int32_t day = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), day);
    if (error != std::errc{} || end != number.data() + number.size() || day < 1) return number;
    if (day > end_of_9999 - (days_from_1904 ? 1462 : 0) || (!days_from_1904 && day == leap_day)) return number;
    const Date start = days_from_1904 ? Date{1904, 1, 1} : day < leap_day ? Date{1899, 12, 31} : Date{1899, 12, 30};
    return Date::from_days(start.days() + day).iso();
}

std::string field(std::string text) {
    std::erase(text, '\r');
    std::replace(text.begin(), text.end(), '\n', '\v');
    if (text.find_first_of("\",") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace

void RecordSheets::begin_sheet(std::string_view name) {
    sheets_.push_back({std::string(name), {}});
}

void RecordSheets::put(const CellPlace& place, Value value) {
    if (++count_ > most_cells)
        throw Refusal(fmt::format(
            "the workbook holds more than {} cells. Export the records as CSV, which has no such limit.", most_cells));
    std::vector<std::string>& rows = sheets_.at(place.sheet).rows;
    if (place.row >= rows.size()) rows.resize(place.row + 1);
    const Head head{static_cast<std::uint32_t>(value.text.size()), static_cast<std::uint16_t>(place.column),
                    value.kind};
    std::array<char, sizeof head> bytes{};
    std::memcpy(bytes.data(), &head, sizeof head);
    rows[place.row].append(bytes.data(), bytes.size()).append(value.text);
}

void RecordSheets::put_formula(const CellPlace& place, std::optional<Value> result) {
    if (result)
        put(place, *std::move(result));
    else
        without_result_.push_back(place);
}

std::size_t RecordSheets::only_sheet() const {
    std::vector<std::size_t> filled;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        if (sheets_[i].rows.empty()) continue;
        filled.push_back(i);
        if (names.size() < 5) names.push_back(fmt::format("\"{}\"", sheets_[i].name));
    }
    if (filled.empty()) throw Refusal("the workbook is empty. Expected one sheet with a header row.");
    if (filled.size() > 1)
        throw Refusal(
            fmt::format("{} sheets of the workbook hold something ({}). Keep the records alone in a workbook "
                        "of their own.",
                        filled.size(), fmt::join(names, ", ")));
    if (!without_result_.empty())
        throw Refusal(
            fmt::format("sheet \"{}\", cell {} is a formula whose result the workbook doesn't hold. Open it in "
                        "Excel, copy the sheet, paste it as values, and save.",
                        sheets_[without_result_.front().sheet].name,
                        extract::cell_name(without_result_.front().row, without_result_.front().column)));
    return filled.front();
}

std::vector<Value> RecordSheets::cells_of(const std::string& packed) {
    std::vector<Value> cells;
    for (std::size_t at = 0; at < packed.size();) {
        Head head;
        std::memcpy(&head, packed.data() + at, sizeof head);
        at += sizeof head;
        if (head.column >= cells.size()) cells.resize(head.column + std::size_t{1});
        cells[head.column] = {head.kind, packed.substr(at, head.size)};
        at += head.size;
    }
    return cells;
}

std::string RecordSheets::line(const std::vector<Value>& cells, std::vector<char>& dates, bool days_from_1904) {
    if (cells.empty()) return "\n";
    if (dates.empty()) dates = date_columns(cells);
    std::string text;
    for (std::size_t column = 0; column < std::max(cells.size(), dates.size()); ++column) {
        if (column > 0) text += ',';
        if (column >= cells.size()) continue;
        const Value& cell = cells[column];
        const bool day = cell.kind == Value::Kind::number && column < dates.size() && dates[column] != 0;
        text += day ? day_text(cell.text, days_from_1904) : field(cell.text);
    }
    return text + '\n';
}

}  // namespace quarterdeck::workbook_input
