#pragma once

#include <vector>

#include "report/board/source.h"
#include "report/challenge/challenge.h"

namespace quarterdeck::report {

/// Where a programme's return and the facts disagree, by the rules that are on: of the programme as a whole first,
/// then of its plan's entries in its order, then of risks that the return brings in.
std::vector<Challenge> challenges(const BoardSource& source, const Programme& programme);

}  // namespace quarterdeck::report
