#pragma once

#include <string>
#include <vector>

#include "workbook_check/workbook.h"

namespace quarterdeck::workbook_check {

/// The texts of `xl/sharedStrings.xml`, by number.
std::vector<std::string> shared_texts(const std::string& xml);

/// Adds what a sheet's own part says: cells, what is hidden, merged, frozen and linked. Throws `Poco::Exception` for
/// what isn't XML or doesn't fit.
void read_sheet(const std::string& xml, const std::vector<std::string>& shared, Sheet& sheet);

/// "B3:D9", or one cell.
Range range_of(const std::string& text);

}  // namespace quarterdeck::workbook_check
