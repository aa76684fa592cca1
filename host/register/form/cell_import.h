#pragma once

#include <string_view>

#include "register/form/cells.h"

namespace quarterdeck::returns {

/// Reads the cells of a workbook in this process. Throws what the library throws, and `Refusal` for too many cells.
Cells import_cells(std::string_view bytes);

}  // namespace quarterdeck::returns
