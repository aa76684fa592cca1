#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace quarterdeck::disclosure {

/// The suppression problem in bare numbers: what is hidden from whom, and at what cost. All amounts are in
/// 1/100,000 of a person, post or FTE.
///
/// The attacker knows every shown cell, the relations, and between which bounds a hidden cell lies. A cell that must
/// be hidden has to keep a range as wide as its `width`; everything else may be hidden to get there.
struct Model {
    static constexpr std::int64_t unit = 100'000;
    static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

    /// One figure, wherever it is shown.
    struct Cell {
        std::int64_t value = 0;
        std::int64_t low = 0;           ///< what the attacker knows of the cell when it is hidden; all, where it is
                                        ///< `high` too, as of a figure that was published before
        std::int64_t high = unlimited;  ///< likewise
        std::int64_t weight = 0;        ///< what it costs to hide the cell; never depends on its value
        std::int64_t width = 0;         ///< how wide its range must stay where it is hidden; 0: no matter
        bool whole = true;              ///< a whole number, and the attacker knows; with a width: always hidden
        bool hidden = false;            ///< hidden whatever else is, or never shown

        bool operator==(const Cell&) const = default;
    };

    /// Σ factor × cell = 0, or ≤ 0. The true figures satisfy it.
    struct Relation {
        std::vector<std::pair<std::uint32_t, int>> terms;  ///< cell and factor
        bool equal = true;

        bool operator==(const Relation&) const = default;
    };

    /// `follower` is hidden wherever `cell` is.
    struct Implication {
        std::uint32_t cell = 0;
        std::uint32_t follower = 0;

        bool operator==(const Implication&) const = default;
    };

    /// Somebody who is alone in `known` knows that cell, and must still be left with two values for `target`. Both
    /// are always hidden.
    struct Insider {
        std::uint32_t known = 0;
        std::uint32_t target = 0;

        bool operator==(const Insider&) const = default;
    };

    std::vector<Cell> cells;
    std::vector<Relation> relations;
    std::vector<Implication> implications;
    std::vector<Insider> insiders;

    bool operator==(const Model&) const = default;
};

/// How hard the solver tries. Counts of work, never seconds: the same model gives the same pattern.
struct Effort {
    int rounds = 200;    ///< times that a pattern is attacked and mended
    int nodes = 20'000;  ///< of one integer programme
};

/// Which cells are hidden, and what that leaves the attacker with.
struct Suppression {
    /// What the attacker knows of a hidden cell, in the model's unit. `Model::unlimited`: no upper end that matters.
    struct Range {
        std::int64_t low = 0;
        std::int64_t high = 0;

        bool operator==(const Range&) const = default;
    };

    std::vector<char> hidden;   ///< for each cell
    std::vector<Range> ranges;  ///< for each cell; from its value to its value where it is shown
    std::int64_t cost = 0;      ///< of what was hidden beyond what had to be
    std::int64_t bound = 0;     ///< no safe pattern costs less; equal to `cost` at the optimum
    /// Cells whose range stays narrower than their `width` even with everything hidden: the bounds alone say more.
    std::vector<std::uint32_t> narrow;
    std::string solver;  ///< name and version

    bool operator==(const Suppression&) const = default;
};

}  // namespace quarterdeck::disclosure
