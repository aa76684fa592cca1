#pragma once

#include <string>

#include "disclosure/protected_table.h"
#include "quarterdeck/text.h"

namespace quarterdeck::render {

/// What a metric's file is called: "workforce.csv", or "workforce.not-for-publication.csv" where nothing is hidden, so
/// that the file says so wherever it is sent.
std::string csv_name(const std::string& metric, bool not_for_publication);

/// One table: label columns, then one column a measure or formula, headed by their ids. Plain digits, `.` for
/// decimals, LF line ends; markers such as [c] where there is no number. RFC 4180. Labels stay as their authors
/// wrote them: one that begins with = + - @ or a tab is quoted but not changed, so a reader of the data gets it
/// back whole; whoever opens the file in a spreadsheet should import such columns as text.
std::string csv(const disclosure::ProtectedTable& shown, Language language);

}  // namespace quarterdeck::render
