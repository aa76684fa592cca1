#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quarterdeck/period.h"
#include "refusal.h"

namespace quarterdeck::snapshot {

/// There are records at the first of the wanted dates, but none at some of the others. Nothing else is wrong.
struct NoSnapshot : Refusal {
    NoSnapshot(const std::string& text, std::vector<Date> without) : Refusal(text), dates(std::move(without)) {}

    std::vector<Date> dates;  ///< that have no records, in the order wanted
};

}  // namespace quarterdeck::snapshot
