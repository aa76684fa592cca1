#include <fmt/format.h>

#include "published_check/checks.h"
#include "validate/message.h"

namespace quarterdeck::published_check {
namespace {

bool is_dash(const std::string& text) {
    return text == "-" || text == "–" || text == "—";
}

void check_texts(const Table& table, Findings& findings) {
    for (const std::size_t column : table.figures())
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string& text = table.text(row, column);
            if (read_figure(text)) continue;
            findings.push_back(
                {Rule::text_for_a_figure, table.place(row, column), table.about(row),
                 fmt::format("\"{}\" stands where the column's other cells hold figures", validate::shown(text))});
        }
}

void check_markers(const Table& table, Findings& findings) {
    const std::int64_t usual = table.usual_limit();
    for (const std::size_t column : table.figures())
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto figure = read_figure(table.text(row, column));
            if (!figure || figure->below == usual || figure->below == 0) continue;
            const bool footnote = figure->below / 10 == usual;
            findings.push_back(
                {Rule::marker_with_a_digit, table.place(row, column), table.about(row),
                 fmt::format("{} is printed where the other markers of the table are <{}{}", table.text(row, column),
                             usual,
                             footnote ? fmt::format("; the {} is probably a footnote's number", figure->below % 10)
                                      : std::string())});
        }
}

void check_dashes(const Table& table, Findings& findings) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<std::string> columns;
        std::size_t first = 0;
        for (const std::size_t column : table.figures()) {
            if (!is_dash(table.text(row, column))) continue;
            bool nil = false;
            for (std::size_t other = 0; other < table.rows(); ++other) nil = nil || table.text(other, column) == "0";
            if (!nil) continue;
            if (columns.empty()) first = column;
            columns.push_back(table.header(column));
        }
        if (!columns.empty())
            findings.push_back({Rule::dash_for_a_figure, table.place(row, first), table.about(row),
                                fmt::format("a dash stands in {}, where other rows print 0 for nil", listed(columns))});
    }
}

}  // namespace

void check_cells(const Table& table, Findings& findings) {
    check_texts(table, findings);
    check_markers(table, findings);
    check_dashes(table, findings);
}

}  // namespace quarterdeck::published_check
