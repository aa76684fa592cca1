#pragma once

#include <cstddef>
#include <optional>

#include "audit/finished/chart_table.h"
#include "audit/finished/page_chart_check.h"
#include "audit/finished/workbook_tables.h"

namespace quarterdeck::audit {

/// Holds a native chart against the sheet with its table: each series takes its figures, categories and name from the
/// cells that belong together, what is kept of them beside the chart is what the cells show, and nothing is kept of a
/// cell that shows no figure. `labels`: columns of the table before its figures; `told`: what titles may tell.
std::optional<ChartFault> fault_of(const workbook_check::SheetChart& chart, const SheetTable& sheet,
                                   const ChartTable& table, std::size_t labels, const Accounted& told);

}  // namespace quarterdeck::audit
