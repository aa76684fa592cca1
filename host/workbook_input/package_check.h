#pragma once

#include <cstdint>
#include <string_view>

namespace quarterdeck::workbook_input {

/// What a workbook may be, and how its refusals speak of it. Texts that end a message are whole sentences.
struct PackageRules {
    std::uint64_t largest_part = 0;   ///< bytes that one part may unpack to
    std::uint64_t largest_whole = 0;  ///< bytes that all may unpack to
    std::int64_t most_parts = 0;
    std::string_view thing;           ///< what it holds: "a return"
    std::string_view other;           ///< what to do instead of sending another kind of file
    std::string_view large;           ///< what to do about one that is too large
    bool errors_are_refused = false;  ///< cells that hold #N/A and the like: the reading library drops them
};

/// Looks at a workbook's zip directory, and for what the reading library would drop, before anything is read. Throws
/// `Refusal`, without the file's name in front, for what isn't an .xlsx workbook, is damaged, protected by a password,
/// carries macros, or is larger than the rules allow.
void check_package(std::string_view bytes, const PackageRules& rules);

}  // namespace quarterdeck::workbook_input
