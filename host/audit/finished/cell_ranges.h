#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook_check/workbook.h"

namespace quarterdeck::audit {

/// Cells of one sheet that a formula names, in its order.
struct NamedCells {
    std::string sheet;
    std::vector<workbook_check::Position> cells;
};

/// Reads "'Table 1'!$B$5:$B$9", or several such ranges in brackets with commas between. Nothing for anything else, for
/// ranges of several sheets, and for more cells than a table has.
std::optional<NamedCells> named_cells(const std::string& formula);

}  // namespace quarterdeck::audit
