#include "audit/finished/chart_table.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace quarterdeck::audit {
namespace {

/// "projected_2027".
bool ends_with_year(const std::string& id) {
    const std::size_t line = id.rfind('_');
    return line != std::string::npos && id.size() == line + 5 &&
           id.find_first_not_of("0123456789", line + 1) == std::string::npos;
}

ChartTable::Kind kind_of(const Chart& chart) {
    if (chart.kind == Chart::Kind::stacked_bar) return ChartTable::Kind::stacked_bars;
    if (chart.kind == Chart::Kind::bar) return ChartTable::Kind::bars;
    const bool years = !chart.series.empty() && std::all_of(chart.series.begin(), chart.series.end(), ends_with_year);
    return years ? ChartTable::Kind::a_line_a_row : ChartTable::Kind::lines;
}

std::string joined(const std::vector<Text>& labels, Language language) {
    std::string name;
    for (const Text& label : labels)
        if (const std::string& text = label.in(language); !text.empty()) name += (name.empty() ? "" : ", ") + text;
    return name;
}

}  // namespace

std::string plain_figure(std::string text) {
    constexpr std::string_view minus = "\u2212";
    if (const auto sign = text.find(minus); sign != std::string::npos) text.replace(sign, minus.size(), "-");
    std::erase_if(text, [](char c) { return c == ',' || c == ' ' || c == '\n'; });
    if (text.find('.') == std::string::npos || text.find_first_not_of("-.0123456789") != std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::optional<double> value_of(const std::string& figure) {
    double value = 0;
    const auto [end, error] = std::from_chars(figure.data(), figure.data() + figure.size(), value);
    if (error != std::errc{} || end != figure.data() + figure.size()) return std::nullopt;
    return value;
}

ChartTable::ChartTable(const report::TableBlock& block, const ShownRows& shown, Language language)
    : kind(kind_of(*block.chart)), percent(!block.chart->series.empty()) {
    const std::vector<Column>& all = block.table.columns();
    for (const std::string& id : block.chart->series) {
        const auto column = std::find_if(all.begin(), all.end(), [&](const Column& each) { return each.id == id; });
        if (column == all.end()) continue;
        columns.push_back(column->title.in(language));
        column_numbers.push_back(static_cast<std::size_t>(column - all.begin()));
        percent = percent && column->percent;
    }
    for (std::size_t row = 0; row < block.table.rows().size(); ++row) {
        const TableRow& described = block.table.rows()[row];
        if (described.total) continue;
        rows.push_back(joined(described.labels, language));
        short_rows.push_back(described.labels.empty() ? std::string() : described.labels.back().in(language));
        row_numbers.push_back(row);
        std::vector<std::string>& cells = figures.emplace_back();
        const std::size_t first = shown[row].size() - all.size();
        for (const std::size_t column : column_numbers) cells.push_back(plain_figure(shown[row][first + column]));
    }
    words = {block.title.in(language), block.chart->title.in(language), block.chart->description.in(language)};
}

Accounted ChartTable::accounted(const report::Locale* wording, Language language) const {
    Accounted told;
    std::vector<std::size_t> times(rows.size(), 1);
    std::map<std::string, std::size_t> missing;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        std::optional<double> most;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::optional<double> value = value_of(figures[row][column]);
            if (!value) ++missing[figures[row][column]];
            if (value && (!most || *value > *most)) most = value;
        }
        if (!most) continue;
        const auto is_largest = [&](std::size_t row) { return value_of(figures[row][column]) == most; };
        for (std::size_t row = 0, numbered = 0; row < rows.size(); ++row) {
            if (!is_largest(row)) continue;
            ++times[row];
            if (numbered++ == 0)
                for (const std::string& number : numbers_of(figures[row][column])) told.number(number);
        }
    }
    for (const auto& [marker, count] : missing) told.number(std::to_string(count));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        told.name(rows[row], times[row]);
        if (short_rows[row] != rows[row]) told.name(short_rows[row], 1);
    }
    for (const std::string& column : columns) told.name(column, 2);
    for (const std::string& text : words) told.name(text, 1);
    if (wording == nullptr) return told;
    for (const auto& [key, text] : wording->all())
        if (key.starts_with("chart.") || key == "page.chart_region" || key.starts_with("workbook.chart.") ||
            key.starts_with("workbook.marking."))
            told.wording(text.in(language));
    return told;
}

}  // namespace quarterdeck::audit
