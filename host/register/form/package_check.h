#pragma once

#include <string_view>

namespace quarterdeck::returns {

/// Looks at a workbook's zip directory before anything is inflated. Throws `Refusal` as `read_cells` does.
void check_package(std::string_view bytes);

}  // namespace quarterdeck::returns
