#pragma once

#include <cstddef>
#include <cstdint>

namespace quarterdeck::extract {

inline constexpr std::size_t block_bytes = 64;

/// What stands where in a block: bit n of `special` says that byte n is a comma, a line feed or a quotation mark.
struct Marks {
    std::uint64_t special = 0;
    bool ascii = true;
};

/// Looks at `blocks` blocks of `block_bytes` bytes, with the widest instructions that this processor has.
void find_marks(const char* bytes, std::size_t blocks, Marks* found);

}  // namespace quarterdeck::extract
