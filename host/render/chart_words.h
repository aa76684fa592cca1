#pragma once

#include <string>
#include <vector>

#include "quarterdeck/table.h"
#include "quarterdeck/text.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// One column as a chart shows it: a figure for each category.
struct ChartSeries {
    std::string name;
    bool percent = false;
    std::vector<Figure> figures;
};

/// The part of a table that a chart shows, named in one language.
struct ChartParts {
    std::vector<std::string> categories;
    std::vector<ChartSeries> series;
};

/// Whether time runs along the columns of a line chart: all that it draws end with a year ("march_2022"). It is drawn
/// as a small picture a row then, each on its own scale, and columns whose id begins with "projected_" are dashed.
bool has_picture_a_row(const Chart& chart);

/// How many of a chart's columns come before the first projected one.
std::size_t observed_columns(const Chart& chart);

/// The rows but totals, and the chart's columns; the other way round for a chart with a picture a row. Throws
/// `std::runtime_error` for a series that isn't a column.
ChartParts chart_parts(const report::TableBlock& block, Language language);

/// The chart's title, or the table's where it has none.
std::string chart_title(const report::TableBlock& block, Language language);

/// What the picture shows, for those who can't see it: what its parts are, the largest figure of each series, how
/// many figures are missing and why. Throws `Refusal` for a placeholder in the wording that isn't known.
std::string chart_in_words(const report::TableBlock& block, const ChartParts& parts, const report::Locale& locale,
                           Language language);

/// "12,345.60".
std::string grouped_text(Decimal decimal);

}  // namespace quarterdeck::render
