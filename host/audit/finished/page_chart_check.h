#pragma once

#include <optional>
#include <string>

#include "audit/finished/chart_table.h"
#include "audit/finished/page_chart.h"

namespace quarterdeck::audit {

/// Where a picture shows something else than the table beside it.
struct ChartFault {
    std::string where;  ///< a row's name; empty: the picture as a whole
    std::string what;   ///< "draws a bar that the table has no figure for": never a value
};

/// Holds a picture against its table, by its texts and by its shapes: what is written is a name, a figure of that row,
/// or a step of the axis; a figure that is hidden is marked so; the length of each bar and the height of each point is
/// that of a figure shown, and there is none for a hidden one. A hidden part of a bar takes what is left of a whole, or
/// a length that is the same in every row. `told`: what a description may tell.
std::optional<ChartFault> fault_of(const PageChart& chart, const ChartTable& table, const Accounted& told);

}  // namespace quarterdeck::audit
