#include "audit/finished/workbook_chart_check.h"

#include <algorithm>

#include "audit/finished/cell_ranges.h"
#include "audit/finished/chart_source.h"

namespace quarterdeck::audit {
namespace {

using workbook_check::ChartSeries;
using workbook_check::ChartSource;
using workbook_check::Position;
using Cells = std::vector<Position>;

class Holding {
public:
    Holding(const SheetTable& sheet, const ChartTable& table, std::size_t labels)
        : sheet_(sheet), table_(table), labels_(labels) {}

    std::optional<ChartFault> fault_of_columns(const std::vector<ChartSeries>& all) const {
        if (all.size() != table_.columns.size()) return ChartFault{{}, elsewhere};
        for (std::size_t column = 0; column < all.size(); ++column) {
            const std::size_t at = labels_ + table_.column_numbers[column];
            Cells figures;
            Cells names;
            for (const std::size_t row : table_.row_numbers) {
                figures.push_back(cell(row, at));
                names.push_back(cell(row, labels_ - 1));
            }
            if (auto fault = fault_of_series(all[column], figures, names)) return fault;
            if (auto fault = fault_of_source(all[column].name, {heading(at)})) return fault;
        }
        return std::nullopt;
    }

    /// A chart of one row, whose name is text of its own.
    std::optional<ChartFault> fault_of_row(const std::vector<ChartSeries>& all) const {
        const std::optional<NamedCells> named =
            all.size() == 1 ? named_cells(all.front().values.formula) : std::nullopt;
        if (!named || named->cells.empty() || table_.column_numbers.empty()) return ChartFault{{}, elsewhere};
        const std::uint32_t first = sheet_.range.first.first + 1;
        const auto drawn = std::find_if(table_.row_numbers.begin(), table_.row_numbers.end(),
                                        [&](std::size_t row) { return first + row == named->cells.front().first; });
        if (drawn == table_.row_numbers.end()) return ChartFault{{}, elsewhere};
        Cells figures;
        Cells titles;
        for (const std::size_t column : table_.column_numbers) {
            figures.push_back(cell(*drawn, labels_ + column));
            titles.push_back(heading(labels_ + column));
        }
        if (!all.front().name.formula.empty()) return ChartFault{{}, elsewhere};
        return fault_of_series(all.front(), figures, titles);
    }

private:
    std::optional<ChartFault> fault_of_series(const ChartSeries& series, const Cells& figures,
                                              const Cells& names) const {
        if (auto fault = fault_of_source(series.values, figures)) return fault;
        return fault_of_source(series.categories, names);
    }

    std::optional<ChartFault> fault_of_source(const ChartSource& source, const Cells& cells) const {
        const std::optional<NamedCells> named = named_cells(source.formula);
        if (!named || named->sheet != sheet_.sheet || named->cells != cells) return ChartFault{{}, elsewhere};
        const auto fault = fault_of_kept(source, sheet_, cells);
        if (!fault) return std::nullopt;
        return ChartFault{fault->cell ? name_of(*fault->cell) : std::string(), fault->what};
    }

    Position cell(std::size_t row, std::size_t column) const {
        return {sheet_.range.first.first + 1 + static_cast<std::uint32_t>(row), at(column)};
    }
    Position heading(std::size_t column) const { return {sheet_.range.first.first, at(column)}; }
    std::uint32_t at(std::size_t column) const {
        return sheet_.range.first.second + static_cast<std::uint32_t>(column);
    }

    std::string name_of(const Position& place) const {
        const std::size_t row = place.first - sheet_.range.first.first - 1;
        const auto found = std::find(table_.row_numbers.begin(), table_.row_numbers.end(), row);
        if (found == table_.row_numbers.end()) return {};
        return table_.rows[static_cast<std::size_t>(found - table_.row_numbers.begin())];
    }

    const SheetTable& sheet_;
    const ChartTable& table_;
    std::size_t labels_;
};

}  // namespace

std::optional<ChartFault> fault_of(const workbook_check::SheetChart& chart, const SheetTable& sheet,
                                   const ChartTable& table, std::size_t labels, const Accounted& told) {
    if (chart.literal) return ChartFault{{}, "holds figures of its own, beside its table"};
    if (!chart.other_formulas.empty() || labels == 0) return ChartFault{{}, elsewhere};
    for (const std::string& limit : chart.limits)
        if (const std::optional<double> value = value_of(limit); value != 0.0 && value != 100.0)
            return ChartFault{{}, "has an axis that begins or ends at a number of its own"};
    for (const std::string& text : chart.words)
        if (!told.covers(text)) return ChartFault{{}, "has a number in its text that the table doesn't show"};
    const Holding holding(sheet, table, labels);
    return table.kind == ChartTable::Kind::a_line_a_row ? holding.fault_of_row(chart.series)
                                                        : holding.fault_of_columns(chart.series);
}

}  // namespace quarterdeck::audit
