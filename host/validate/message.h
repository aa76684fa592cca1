#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "validate/finding.h"

namespace quarterdeck::validate {

/// "assignments/2023-03-31.csv, line 412", in a workbook "assignments/march.xlsx, sheet "Extract", cell P412"; without
/// a line the file alone.
std::string place_text(const Place& place);

/// A column that a place doesn't name.
inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// Says in which cell of a workbook's sheet a place is: in its line's row, and in the column, counted from 0. Does
/// nothing for other files, whose sheet has no name.
void put_in_sheet(Place& place, const std::string& sheet, std::size_t column);

/// A finding for people: its first places, what is wrong, how to mend it, how many more rows. Several lines.
std::string message_of(const Finding& finding);

/// The messages of the findings that refuse the input, one after the other; empty when none does.
std::string refusal_text(const Findings& findings);

/// A text from a file as it may stand in a message: control characters as spaces, cut after 60 bytes.
std::string shown(std::string_view text);

}  // namespace quarterdeck::validate
