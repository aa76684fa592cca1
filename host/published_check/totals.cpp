#include <fmt/format.h>

#include <algorithm>

#include "published_check/checks.h"

namespace quarterdeck::published_check {
namespace {

bool is_total(const Table& table, std::size_t row, std::size_t column) {
    return table.file().structure.totals.contains(table.text(row, column));
}

/// Rows that agree with the total in all of their key but the columns where it says "Total" or nothing.
std::vector<std::size_t> parts_of(const Table& table, std::size_t total) {
    std::vector<std::size_t> parts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const bool fits =
            row != total && std::all_of(table.key().begin(), table.key().end(), [&](std::size_t column) {
                if (is_total(table, total, column)) return !is_total(table, row, column);
                return table.text(total, column).empty() || table.text(row, column) == table.text(total, column);
            });
        if (fits) parts.push_back(row);
    }
    return parts;
}

void check_total(const Table& table, std::size_t total, const std::vector<std::size_t>& parts, std::size_t column,
                 Findings& findings) {
    const auto whole = table.figure(total, column);
    if (!whole || whole->absent()) return;
    const bool counts = whole->places == 0;
    audit::Range sum{0, 0};
    std::vector<std::string> printed;
    for (const std::size_t part : parts) {
        const auto figure = table.figure(part, column);
        if (!figure || figure->absent()) return;
        const audit::Range range = range_of(*figure, counts);
        sum.low += range.low;
        sum.high += range.high;
        printed.push_back(table.text(part, column));
    }
    const audit::Range range = range_of(*whole, counts);
    if (sum.low <= range.high && sum.high >= range.low) return;
    constexpr std::size_t most_told = 4;
    const std::string told = printed.size() > most_told ? fmt::format("its {} rows", printed.size()) : listed(printed);
    findings.push_back({Rule::rows_dont_add_up, table.place(total, column), table.about(total),
                        fmt::format("the total of {} is {}, but {} make {}", table.header(column),
                                    table.text(total, column), told, range_text(sum))});
}

}  // namespace

void check_totals(const Table& table, Findings& findings) {
    const audit::Structure& structure = table.file().structure;
    if (!structure.sums.empty() || !structure.within.empty()) return;
    for (std::size_t total = 0; total < table.rows(); ++total) {
        if (std::none_of(table.key().begin(), table.key().end(),
                         [&](std::size_t column) { return is_total(table, total, column); }))
            continue;
        const std::vector<std::size_t> parts = parts_of(table, total);
        if (!parts.empty())
            for (const std::size_t column : table.figures()) check_total(table, total, parts, column, findings);
    }
}

}  // namespace quarterdeck::published_check
