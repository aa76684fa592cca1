#pragma once

namespace quarterdeck {

/// Makes this program's heap one, which keeps what is given back and begins in large pages: touching many small ones
/// for the first time takes longer than filling them. Call it first of all. Where the system doesn't do it, everything
/// works as before.
void take_heap_in_large_pages() noexcept;

}  // namespace quarterdeck
