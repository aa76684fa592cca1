#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace quarterdeck::extract {

/// Whether a file's name says that it is an Excel workbook, of any kind: those that can't be read are refused by name.
bool is_workbook(const std::filesystem::path& path);

/// The one sheet of a workbook that holds records.
struct SheetText {
    std::string sheet;  ///< its name
    std::string text;   ///< CSV; line n is the sheet's row n
};

/// A workbook that can't be read, and what to do about it. Both are parts of sentences without their full stop or
/// place.
struct WorkbookFault : std::runtime_error {
    WorkbookFault(const std::string& what, std::string to_do) : std::runtime_error(what), mend(std::move(to_do)) {}

    std::string mend;
};

/// Reads a workbook in a limited process of its own. Throws `WorkbookFault`.
SheetText read_workbook(const std::filesystem::path& path);

/// "C7" for row 6 and column 2, counted from 0.
std::string cell_name(std::size_t row, std::size_t column);

}  // namespace quarterdeck::extract
