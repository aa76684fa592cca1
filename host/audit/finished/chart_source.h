#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/finished/workbook_tables.h"

namespace quarterdeck::audit {

inline constexpr const char* elsewhere = "points to cells that aren't those of its table";

/// What is wrong with what a chart takes from cells: with one of them, or with all.
struct SourceFault {
    std::optional<workbook_check::Position> cell;
    std::string what;
};

/// Whether what is kept of the cells beside a chart is what the sheet shows in them.
std::optional<SourceFault> fault_of_kept(const workbook_check::ChartSource& source, const SheetTable& sheet,
                                         const std::vector<workbook_check::Position>& cells);

/// Whether a chart of a table in which nothing is protected, such as ratings of actions and dates of milestones, takes
/// all from cells of that table.
std::optional<SourceFault> fault_of_unprotected(const workbook_check::SheetChart& chart, const SheetTable& sheet);

}  // namespace quarterdeck::audit
