#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quarterdeck::snapshot {

/// A number that no other text has, spread over all 64 bits. There is one for texts of up to seven characters, and for
/// eight digits with up to three characters before them, as people's numbers are; not where a character is NUL.
std::optional<std::uint64_t> number_of_short_text(std::string_view text);

}  // namespace quarterdeck::snapshot
