#include "audit/finished/page_chart_check.h"

#include <algorithm>

#include "audit/finished/page_chart_kinds.h"

namespace quarterdeck::audit {

std::string squeezed(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
    return text;
}

std::string only_marker(const ChartTable& table, std::size_t column) {
    const std::string& first = table.figures.front()[column];
    const bool same =
        std::all_of(table.figures.begin(), table.figures.end(), [&](const auto& row) { return row[column] == first; });
    return same && !value_of(first) ? first : std::string();
}

std::optional<ChartFault> fault_of_labels(const std::vector<std::string>& labels, const ChartTable& table,
                                          std::size_t row) {
    std::vector<std::string> left = table.figures[row];
    for (const std::string& label : labels) {
        const std::string plain = plain_figure(label);
        if (plain.starts_with('[') && numbers_of(plain).empty()) continue;
        const auto shown = std::find(left.begin(), left.end(), plain);
        if (shown == left.end()) return ChartFault{table.rows[row], "shows a figure that this row doesn't have"};
        left.erase(shown);
    }
    return std::nullopt;
}

std::optional<ChartFault> fault_of_key(const std::string& key, const ChartTable& table, const Accounted& told) {
    std::string names;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        names += squeezed(table.columns[column]) + only_marker(table, column);
    const std::string written = squeezed(key);
    if (!written.starts_with(names)) return ChartFault{{}, "has a key that doesn't name what the table's columns show"};
    if (!told.covers(written.substr(names.size())))
        return ChartFault{{}, "has a number in its key that isn't a name's"};
    return std::nullopt;
}

std::optional<ChartFault> fault_of(const PageChart& chart, const ChartTable& table, const Accounted& told) {
    if (chart.unread > 0) return ChartFault{{}, "holds shapes that can't be read back"};
    for (const std::string& text : chart.words)
        if (!told.covers(text)) return ChartFault{{}, "has a number in its description that the table doesn't show"};
    if (table.rows.empty() || table.columns.empty()) {
        const bool silent = std::all_of(chart.texts.begin(), chart.texts.end(),
                                        [&](const PlacedText& each) { return told.covers(each.text); });
        if (silent && chart.bars.empty() && chart.points.empty()) return std::nullopt;
        return ChartFault{{}, "shows figures, and the table has none for it"};
    }
    switch (table.kind) {
        case ChartTable::Kind::lines: return fault_of_lines(chart, table, told);
        case ChartTable::Kind::a_line_a_row: return fault_of_small_lines(chart, table, told);
        default: return fault_of_bars(chart, table, told);
    }
}

}  // namespace quarterdeck::audit
