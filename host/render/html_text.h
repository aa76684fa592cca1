#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "quarterdeck/table.h"
#include "quarterdeck/text.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// The text as valid UTF-8 without control characters: each one, and each broken byte, becomes U+FFFD.
/// Line breaks and tabs become blanks.
std::string printable(std::string_view text);

/// A figure as read on a page: thousands parted by commas, a minus sign (U+2212), or a marker such as "[c]".
std::string figure_text(const Figure& figure);

/// What stands for a name in braces: a number is written as the language does, and chooses the plural.
using Argument = std::pair<std::string, std::variant<std::int64_t, std::string>>;

/// The wording of a key with its arguments put in, as an ICU message: "{count, plural, one {# row} other {# rows}}".
/// Throws `Refusal` naming the key and the language when it isn't a message.
std::string message(const report::Locale& locale, const std::string& key, Language language,
                    const std::vector<Argument>& arguments);

}  // namespace quarterdeck::render
