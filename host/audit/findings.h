#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/evidence.h"
#include "audit/narrowing.h"

namespace quarterdeck::audit {

/// How much a reader uses.
enum class Knowledge {
    sums,   ///< what adds up, and figures that stand in two places
    wider,  ///< and what is at most something else, and printed percentages
};

/// What becomes of a suppressed cell.
enum class Outcome {
    untouched,  ///< as many values are possible as the marker leaves: 1 to 4
    narrowed,
    exact,
};

/// A suppressed cell under attack.
struct CellFinding {
    std::size_t cell = 0;
    Outcome outcome = Outcome::untouched;
    Range range;
    bool proved = true;  ///< false: the range may be wider than it need be
    bool pencil = true;  ///< false: possibilities must be tried beyond the steps
    struct Step {
        std::size_t cell = 0;  ///< that it says something of
        std::size_t fact = 0;
    };
    std::vector<Step> steps;  ///< the arithmetic
};

/// How many suppressed cells of one kind there are, and what becomes of them.
struct Tally {
    std::size_t suppressed = 0;
    std::size_t exact = 0;
    std::size_t narrowed = 0;
    std::size_t untouched = 0;

    bool operator==(const Tally&) const = default;
};

/// An attack on published tables.
struct Findings {
    std::vector<CellFinding> cells;          ///< all that are suppressed, in the order of the tables
    std::vector<std::size_t> contradictory;  ///< facts that the figures contradict; they were not used

    /// Of counts, or of FTE; of one table, or of all where `table` is empty.
    Tally tally(const Evidence& evidence, bool whole, const std::string& table) const;
};

/// Attacks the suppressed cells with what a reader knows. A marker without a limit, such as `[c]`, is taken to be as
/// good as `<threshold` when it leaves as many values.
Findings find(const Evidence& evidence, Knowledge knowledge, int threshold);

}  // namespace quarterdeck::audit
