#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/solver/attack.h"

namespace quarterdeck::disclosure {

/// Cuts without what the others say already. Exactly the patterns that satisfy the cuts hide what is `fixed`, and
/// satisfy what is `left`, which speaks of other cells.
struct Requirements {
    std::vector<std::uint32_t> fixed;  ///< must be hidden in every pattern; ascending
    std::vector<Cut> left;             ///< scaled so that no factor is above 1
};

/// Takes cuts together: a cell without which one of them can't be satisfied is hidden; no factor needs to be larger
/// than what the cut asks for; and a cut that follows from another one goes. An attack finds the same cut again from
/// each of the cells around it, so that two of three go. Cells are numbered below `cells`.
Requirements reduced(std::vector<Cut> cuts, std::size_t cells);

}  // namespace quarterdeck::disclosure
