#pragma once

#include <cstddef>

namespace quarterdeck::extract {

/// Keeps the program alive when a mapped file becomes shorter: reading a lost page then gives zeros instead of
/// ending the program with SIGBUS. Faults elsewhere keep their usual effect.
class ShrinkGuard {
public:
    /// A ticket for the mapping; negative when too many are protected at once.
    static int protect(const void* begin, std::size_t size);
    static void release(int ticket);

    /// Whether a page of the mapping was lost.
    static bool torn(int ticket);
};

}  // namespace quarterdeck::extract
