#include "calibration_totals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "csv_text.h"

namespace quarterdeck::example {

namespace {

/// What a column of a table adds up to.
struct Column {
    std::int64_t example = 0;
    std::int64_t least = 0;  ///< of the published cells, whatever the suppressed ones hold
    std::int64_t most = 0;
    bool drawn = false;
    bool contradicted = false;
};

Column column_of(std::size_t measure, const std::string& table, const std::vector<ExampleRow>& rows) {
    const bool fte = static_cast<Measure>(measure) == Measure::fte;
    Column column;
    for (const ExampleRow& row : rows) {
        if (row.published.table != table) continue;
        const Cell& cell = row.published.cells[measure];
        column.example += row.values[measure];
        column.least += cell.suppressed() ? 1 : cell.value;
        column.most += cell.suppressed() ? (fte ? 499 : 4) : cell.value;
        column.drawn = column.drawn || row.drawn[measure];
        column.contradicted =
            column.contradicted || std::ranges::any_of(row.contradictions, [&](const Contradiction& contradiction) {
                return contradiction.cell == static_cast<Measure>(measure);
            });
    }
    return column;
}

std::string reason_of(std::size_t measure, const Column& column, std::int64_t published) {
    std::string reason;
    const auto also = [&](const std::string& text) { reason += (reason.empty() ? "" : "; ") + text; };
    if (column.least == column.most && published != column.most)
        also("the published rows add up to " + figure_text(static_cast<Measure>(measure), column.most));
    else if (published < column.least || published > column.most)
        also("the published rows don't add up to it, whatever their suppressed cells hold");
    if (column.contradicted) also("a cell of the column contradicts its row");
    if (column.drawn) also("suppressed cells are drawn");
    return reason;
}

std::int64_t rounded_ratio(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : (2 * part + whole) / (2 * whole);
}

struct Ratio {
    std::string_view name;
    Measure numerator;
    const Cell& printed;
};

void list_ratio(std::string& out, const PublishedTotal& total, const Ratio& ratio,
                const std::array<Column, measures>& columns) {
    const auto numerator = static_cast<std::size_t>(ratio.numerator);
    const Cell& part = total.cells[numerator];
    const Cell& whole = total.cells[static_cast<std::size_t>(Measure::headcount)];
    if (!ratio.printed.open() || !part.open() || !whole.open()) return;
    const bool fte = ratio.numerator == Measure::fte;
    const std::int64_t scale = fte ? 1 : 100;
    const std::int64_t example = rounded_ratio(columns[numerator].example * scale, columns[0].example);
    if (example == ratio.printed.value) return;
    const auto text = [&](std::int64_t value) { return fte ? hundredths(value) : fmt::format("{}", value); };
    const std::int64_t of_printed = rounded_ratio(part.value * scale, whole.value);
    append_csv(
        out, {total.table, "Total", ratio.name, ratio.printed.text, text(example), text(example - ratio.printed.value),
              of_printed == ratio.printed.value ? "follows from the figures of this total"
                                                : "the figures of the published total give " + text(of_printed)});
}

}  // namespace

std::string figure_text(Measure measure, std::int64_t value) {
    return measure == Measure::fte ? hundredths(value) : fmt::format("{}", value);
}

void list_total(std::string& out, const PublishedTotal& total, const std::vector<ExampleRow>& rows) {
    std::array<Column, measures> columns;
    for (std::size_t i = 0; i < measures; ++i) {
        columns[i] = column_of(i, total.table, rows);
        const Cell& published = total.cells[i];
        if (!published.open() || published.value == columns[i].example) continue;
        const auto measure = static_cast<Measure>(i);
        append_csv(
            out,
            {total.table, "Total", measure_names[i], published.text, figure_text(measure, columns[i].example),
             figure_text(measure, columns[i].example - published.value), reason_of(i, columns[i], published.value)});
    }
    list_ratio(out, total, {"fte_per_head", Measure::fte, total.fte_per_head}, columns);
    list_ratio(out, total, {"male_percent", Measure::male, total.percent_cells[2]}, columns);
    list_ratio(out, total, {"female_percent", Measure::female, total.percent_cells[3]}, columns);
    list_ratio(out, total, {"over_55_percent", Measure::over_55, total.percent_cells[4]}, columns);
}

}  // namespace quarterdeck::example
