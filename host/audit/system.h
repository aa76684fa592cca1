#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace quarterdeck::audit {

/// A whole number that the reader of published figures knows to lie in a range.
struct Range {
    /// Stands for "no upper end": more staff than there are, in 1/100,000.
    static constexpr std::int64_t most = 1'000'000'000'000;

    std::int64_t low = 0;
    std::int64_t high = most;

    bool single() const { return low == high; }
    bool empty() const { return low > high; }
    bool operator==(const Range&) const = default;
};

/// factor × unknown, unknowns given by their numbers.
struct Term {
    std::size_t unknown = 0;
    std::int64_t factor = 1;
};

/// within.low ≤ Σ terms ≤ within.high. No unknown stands twice. The sum of all |factor| × greatest value stays below
/// `open`, so that nothing overflows.
struct Relation {
    static constexpr std::int64_t open = std::numeric_limits<std::int64_t>::max() / 4;  ///< an end that is none

    std::vector<Term> terms;
    Range within{0, 0};
};

/// What a reader knows: a range for each unknown, and relations between them.
struct System {
    std::vector<Range> unknowns;
    std::vector<Relation> relations;
};

}  // namespace quarterdeck::audit
