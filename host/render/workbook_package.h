#pragma once

#include <iosfwd>
#include <string>

namespace quarterdeck::render::spreadsheet {

/// The finished file of a workbook, made from what the library wrote:
/// - every part must be there in full and be well-formed XML, since a folder for temporary files that fills up, or
///   text that XML can't hold, goes unnoticed while writing;
/// - a number is stored with Excel's own 15 significant digits, so that 67.4 isn't stored as 67.40000000000001;
/// - the core properties name the language ("cy").
/// Same workbook, same bytes. Throws `std::runtime_error` naming the part that is broken.
std::string package(std::istream& workbook, const std::string& language);

}  // namespace quarterdeck::render::spreadsheet
