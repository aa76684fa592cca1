#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace quarterdeck::workbook_check {

/// The parts of an Excel workbook by name ("xl/workbook.xml"), without pictures and the like.
using Package = std::map<std::string, std::string>;

/// Reads a workbook's parts. Throws `Refusal` for a file that can't be read, that isn't a zip archive of a workbook,
/// that is damaged, or whose parts would take more than 512 MB.
Package read_package(const std::filesystem::path& file);

}  // namespace quarterdeck::workbook_check
