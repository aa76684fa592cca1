#pragma once

#include <cstddef>
#include <filesystem>
#include <map>

#include "audit/finished/page_reader.h"

namespace quarterdeck::audit {

/// The rows of a workbook's tables, by the number that the names of their sheets start with. Throws `Refusal` for a
/// file that is no workbook.
std::map<std::size_t, ShownRows> tables_of_workbook(const std::filesystem::path& file);

}  // namespace quarterdeck::audit
