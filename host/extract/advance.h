#pragma once

#include <atomic>
#include <cstdint>

namespace quarterdeck::extract {

/// How far a long piece of work has come: written by whoever does it, from any thread, and read by whoever watches.
struct Advance {
    std::atomic<std::uint64_t> done = 0;  ///< in the work's own unit: bytes of text, files
    std::atomic<std::uint64_t> all = 0;   ///< how much there is; 0: nobody knows
    std::atomic<std::uint64_t> rows = 0;  ///< rows of records gone through

    /// Another piece of work begins.
    void begin(std::uint64_t how_much) {
        done = 0;
        rows = 0;
        all = how_much;
    }
    void add(std::uint64_t more, std::uint64_t more_rows = 0) {
        done.fetch_add(more, std::memory_order_relaxed);
        rows.fetch_add(more_rows, std::memory_order_relaxed);
    }
};

}  // namespace quarterdeck::extract
