#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "disclosure/model.h"

namespace quarterdeck::disclosure {

/// What every pattern must satisfy to protect some cell: Σ factor × (1 if hidden) ≥ least, over the cells that may
/// be shown or hidden.
struct Cut {
    std::vector<std::pair<std::uint32_t, double>> terms;  ///< ascending
    double least = 0;
    std::size_t aim = static_cast<std::size_t>(-1);  ///< what it is for; none: it always holds
};

/// Plays the attacker against a pattern: works out by linear programming what the shown cells and the relations
/// leave of a hidden one.
class Attack {
public:
    /// How far from its value a cell without upper end is followed.
    static constexpr double far = 1000;

    /// The model must outlive the attack.
    explicit Attack(const Model& model);
    ~Attack();
    Attack(const Attack&) = delete;
    Attack& operator=(const Attack&) = delete;

    /// Prepares for another pattern. Cells whose bounds leave one value count as shown.
    void set_pattern(const std::vector<char>& hidden);

    /// The hidden cells that hang together with a hidden cell, ascending.
    const std::vector<std::uint32_t>& component(std::uint32_t cell) const;

    /// How far the attacker can go down and up from a hidden cell's value, with `known` (if any) known as well.
    struct Reach {
        double down = 0;
        double up = 0;
        Cut cut;           ///< `least` left 0: every pattern's reach for this cell is at most the sum of its terms
        double given = 0;  ///< the part of that sum that doesn't depend on the pattern
        double own = 0;    ///< the part that needs the cell itself to be hidden
    };

    /// Once down and up together are `enough`, the rest (cut included) stays unknown.
    Reach reach(std::uint32_t cell, std::optional<std::uint32_t> known, double enough);

    /// Whether the cell can take a value, given in the model's unit, with all whole cells whole.
    bool attainable(std::uint32_t cell, std::int64_t value, std::optional<std::uint32_t> known);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace quarterdeck::disclosure
