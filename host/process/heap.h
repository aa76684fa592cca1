#pragma once

namespace quarterdeck {

/// Has this program's heap begin in large pages: touching many small ones for the first time takes longer than filling
/// them. Call it first of all. Where the system doesn't do it, everything works as before.
void take_heap_in_large_pages() noexcept;

}  // namespace quarterdeck
