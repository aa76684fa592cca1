#pragma once

#include <string_view>

#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// Whether an id can name a programme, metric, tag or column: a lower-case letter, then at most 63 lower-case
/// letters, digits and underscores. Nothing else gets into a file name, an anchor or a column heading.
bool is_identifier(std::string_view id);

/// Whether a described programme can be reported. Throws `Refusal` with a sentence that names the metric: an id of
/// another shape, a text without one of its languages, a missing definition, unit or population, a query that can't
/// be answered, a formula, column or chart that names what isn't there.
void check(const Programme& programme);

/// Whether a table that a metric's plugin computed can be reported. Throws `Refusal` with a sentence: no columns,
/// ids of another shape or twice, a heading without one of its languages, a figure finer than its column, a chart
/// that names no column.
void check(const Metric& metric, const Table& computed);

}  // namespace quarterdeck::plugins
