#pragma once

#include <string>
#include <string_view>

namespace quarterdeck::workbook_input {

/// What stands in the cells of a workbook, as JSON: {"days_from_1904": ..., "sheets": [{"name": ..., "cells":
/// [[row, column, kind, text], ...]}, ...]}, rows and columns counted from 0, the kind "text", "number", "boolean" or
/// "formula". What formulas give is of no interest. Throws `Refusal` for more cells than a return may have.
std::string cells_json(std::string_view workbook);

}  // namespace quarterdeck::workbook_input
