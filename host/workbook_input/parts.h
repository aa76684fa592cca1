#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::workbook_input {

/// What liborcus 0.17 reads wrongly in a workbook: of an empty text in the table of shared texts it makes the text
/// before it, and it misses that days count from 1904.
struct Parts {
    std::vector<std::string> texts;  ///< by their numbers
    bool days_from_1904 = false;     ///< else day 1 is 1 January 1900, in a year that Excel takes for a leap year
};

/// Throws `Refusal` for a damaged archive, std::runtime_error for damaged parts.
Parts read_parts(std::string_view bytes);

}  // namespace quarterdeck::workbook_input
