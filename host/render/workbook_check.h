#pragma once

#include <filesystem>

namespace quarterdeck::render::spreadsheet {

/// Reads a workbook back: every part must be there in full and be well-formed XML, since a temporary folder that
/// fills up, or text that XML can't hold, goes unnoticed while writing. Throws `std::runtime_error` naming the
/// file and the part.
void expect_whole(const std::filesystem::path& workbook);

}  // namespace quarterdeck::render::spreadsheet
