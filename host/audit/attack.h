#pragma once

#include <cstddef>
#include <vector>

#include "audit/narrowing.h"
#include "audit/system.h"

namespace quarterdeck::audit {

/// What a reader can find of an unknown.
struct Found {
    Range range;         ///< the least and the greatest that are possible together with everything else
    bool proved = true;  ///< false: the search was given up, and the range may be wider than it need be
    bool pencil = true;  ///< narrowing alone leads to the range; else possibilities must be tried
};

/// What a reader finds of a system, and what is wrong with it.
struct Attack {
    std::vector<Found> found;                ///< for each unknown
    std::vector<std::size_t> contradicting;  ///< relations that can't hold with the ones before them: left out
    Narrowing narrowing;                     ///< by the relations that are left
};

/// Attacks a system: relations come in the order of their trustworthiness, since of contradicting ones the last is
/// left out. Only unknowns that are `wanted` are looked at. The system must outlive the result.
Attack attack(const System& system, const std::vector<char>& wanted);

}  // namespace quarterdeck::audit
