#pragma once

#include <string>
#include <string_view>

#include "validate/finding.h"

namespace quarterdeck::validate {

/// "assignments/2023-03-31.csv, line 412"; without a line the file alone.
std::string place_text(const Place& place);

/// A finding for people: its first places, what is wrong, how to mend it, how many more rows. Several lines.
std::string message_of(const Finding& finding);

/// The messages of the findings that refuse the input, one after the other; empty when none does.
std::string refusal_text(const Findings& findings);

/// A text from a file as it may stand in a message: control characters as spaces, cut after 60 bytes.
std::string shown(std::string_view text);

}  // namespace quarterdeck::validate
