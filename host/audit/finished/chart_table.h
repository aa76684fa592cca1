#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audit/finished/accounted.h"
#include "audit/finished/page_reader.h"
#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::audit {

/// A figure as any of the formats writes it, in one spelling: 1,234.50 and 1234.5 are one.
std::string plain_figure(std::string text);

/// What of a table a chart may show: the rows but totals, and the chart's columns.
struct ChartTable {
    enum class Kind { stacked_bars, bars, lines, a_line_a_row };

    Kind kind = Kind::bars;
    bool percent = false;                           ///< all columns are percentages
    std::vector<std::string> rows;                  ///< their names
    std::vector<std::string> short_rows;            ///< their last labels
    std::vector<std::string> columns;               ///< their titles
    std::vector<std::size_t> row_numbers;           ///< in the table
    std::vector<std::size_t> column_numbers;        ///< in the table, after its labels
    std::vector<std::vector<std::string>> figures;  ///< by row and column, in one spelling
    std::vector<std::string> words;                 ///< titles and descriptions, of the chart and its table

    /// Precondition: the block has a chart. `shown` holds the rows of the table as they are read from a file.
    ChartTable(const report::TableBlock& block, const ShownRows& shown, Language language);

    /// What a description of the chart may tell: its names, the largest figure of each column, and how many figures are
    /// missing of each kind. `wording` may hold numbers of its own; null: it holds none.
    Accounted accounted(const report::Locale* wording, Language language) const;

    std::string place(std::size_t row) const { return rows[row]; }
};

/// Nothing for `[c]` and its like.
std::optional<double> value_of(const std::string& figure);

}  // namespace quarterdeck::audit
