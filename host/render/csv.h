#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"

namespace quarterdeck::render {

/// One table: label columns, then one column a measure or formula, headed by their ids. Plain digits, `.` for
/// decimals, LF line ends; markers such as [c] where there is no number. RFC 4180. Labels stay as their authors
/// wrote them: one that begins with = + - @ or a tab is quoted but not changed, so a reader of the data gets it
/// back whole; whoever opens the file in a spreadsheet should import such columns as text.
std::string csv(const report::TableBlock& block, Language language);

}  // namespace quarterdeck::render
