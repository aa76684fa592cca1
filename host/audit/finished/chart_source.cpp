#include "audit/finished/chart_source.h"

#include <algorithm>

#include "audit/finished/cell_ranges.h"
#include "audit/finished/chart_table.h"

namespace quarterdeck::audit {
namespace {

using workbook_check::ChartSource;
using workbook_check::Position;

constexpr const char* more_or_fewer = "keeps more or fewer figures than its table has";

std::string shown(const SheetTable& sheet, const Position& place) {
    const std::size_t column = place.second - sheet.range.first.second;
    if (place.first == sheet.range.first.first)
        return column < sheet.titles.size() ? sheet.titles[column] : std::string();
    const std::size_t row = place.first - sheet.range.first.first - 1;
    return row < sheet.rows.size() && column < sheet.rows[row].size() ? sheet.rows[row][column] : std::string();
}

std::optional<SourceFault> fault_within(const ChartSource& source, const SheetTable& sheet) {
    const std::optional<NamedCells> named = named_cells(source.formula);
    if (!named || named->sheet != sheet.sheet ||
        !std::all_of(named->cells.begin(), named->cells.end(),
                     [&](const Position& place) { return sheet.range.holds(place); }))
        return SourceFault{{}, elsewhere};
    return fault_of_kept(source, sheet, named->cells);
}

}  // namespace

std::optional<SourceFault> fault_of_kept(const ChartSource& source, const SheetTable& sheet,
                                         const std::vector<Position>& cells) {
    if (!source.count.empty() && source.count != std::to_string(cells.size())) return SourceFault{{}, more_or_fewer};
    for (const auto& [number, text] : source.cached) {
        const std::optional<double> at = value_of(number);
        if (!at || *at < 0 || *at >= static_cast<double>(cells.size())) return SourceFault{{}, more_or_fewer};
        const Position& place = cells[static_cast<std::size_t>(*at)];
        if (plain_figure(shown(sheet, place)) != plain_figure(text))
            return SourceFault{place, "keeps something else than this row's cell shows"};
    }
    return std::nullopt;
}

std::optional<SourceFault> fault_of_unprotected(const workbook_check::SheetChart& chart, const SheetTable& sheet) {
    if (chart.literal) return SourceFault{{}, "holds figures of its own, beside its table"};
    if (!chart.other_formulas.empty()) return SourceFault{{}, elsewhere};
    for (const workbook_check::ChartSeries& series : chart.series) {
        if (auto fault = fault_within(series.values, sheet)) return fault;
        if (auto fault = fault_within(series.categories, sheet)) return fault;
        if (series.name.formula.empty()) continue;
        if (auto fault = fault_within(series.name, sheet)) return fault;
    }
    return std::nullopt;
}

}  // namespace quarterdeck::audit
