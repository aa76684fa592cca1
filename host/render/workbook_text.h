#pragma once

#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "quarterdeck/text.h"

namespace quarterdeck::render::spreadsheet {

/// How many UTF-16 units Excel holds in a cell.
inline constexpr std::size_t cell_limit = 32'767;

/// The same text, with U+FFFD for what isn't UTF-8.
std::string valid_utf8(std::string_view text);

/// Valid UTF-8 without anything that XML or a C string can't hold: what isn't UTF-8 and control characters
/// become U+FFFD, a tab becomes a space, every line end LF.
std::string clean(std::string_view text);

/// As `clean`, on one line: runs of white space become one space.
std::string one_line(std::string_view text);

/// The first `limit` UTF-16 units of clean text; the last one is "…" where something was cut.
std::string shortened(const std::string& text, std::size_t limit);

/// Text as a cell stores it: clean, no longer than a cell, and with what Excel would take for its own escapes
/// ("_x0041_") escaped.
std::string cell_text(std::string_view text);

/// How many UTF-16 units clean text has.
std::size_t length(const std::string& text);

/// How many lines clean text takes when it is wrapped at so many characters; a longer word is broken.
std::size_t wrapped_lines(const std::string& text, std::size_t characters);

/// Clean text for comparing when case is ignored.
std::string case_folded(const std::string& text);

/// "1,234,567" as both languages write it.
std::string grouped(std::uint64_t number);

/// Replaces {name} by its value; what stands in the values is left alone.
std::string filled(const std::string& wording,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// Gives out names for sheets as Excel wants them: 1 to 31 UTF-16 units, none of []:*?/\!, typographic
/// apostrophes and none at an end, no two alike when case is ignored.
class SheetNames {
public:
    std::string take(std::string_view wanted);

private:
    std::set<std::string> taken_;
};

}  // namespace quarterdeck::render::spreadsheet
