#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/finished/page_chart_check.h"

namespace quarterdeck::audit {

/// Without the spaces, at which a name may be broken.
std::string squeezed(std::string text);

/// The marker of a column that has no figure at all; empty for others.
std::string only_marker(const ChartTable& table, std::size_t column);

/// Each label that is no marker is a figure of the row, each figure once.
std::optional<ChartFault> fault_of_labels(const std::vector<std::string>& labels, const ChartTable& table,
                                          std::size_t row);

/// The key names the columns in their order, with the marker of one that has no figure; what follows is wording.
std::optional<ChartFault> fault_of_key(const std::string& key, const ChartTable& table, const Accounted& told);

/// For each kind of chart. Precondition: the table has rows and columns.
std::optional<ChartFault> fault_of_bars(const PageChart& chart, const ChartTable& table, const Accounted& told);
std::optional<ChartFault> fault_of_lines(const PageChart& chart, const ChartTable& table, const Accounted& told);
std::optional<ChartFault> fault_of_small_lines(const PageChart& chart, const ChartTable& table, const Accounted& told);

}  // namespace quarterdeck::audit
