#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/model.h"

namespace quarterdeck::render {

/// One table: label columns, then one column a measure or formula, headed by their ids. Plain digits, `.` for
/// decimals, LF line ends; markers such as [c] where there is no number.
std::string csv(const report::TableBlock& block, Language language);

}  // namespace quarterdeck::render
