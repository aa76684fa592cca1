#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/programme_return.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// What was returned about one entry of a plan. Empty means not returned, whatever the other quarter has.
struct ActionState {
    std::optional<Entry> now;
    std::optional<Entry> before;  ///< in the quarter before

    bool operator==(const ActionState&) const = default;
};

/// What programmes have returned for a quarter and the one before: of each programme the latest return of each.
struct Reported {
    Quarter quarter;
    std::vector<Return> now;     ///< at most one a programme
    std::vector<Return> before;  ///< of the quarter before, at most one a programme

    ActionState state(const std::string& programme, const std::string& action_id) const;
};

}  // namespace quarterdeck::returns
