#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::returns {

/// What a programme reports about a milestone of its plan.
struct Milestone {
    enum class State { expected, slipped, met, dropped };

    std::string id;  ///< of the plan
    State state = State::expected;
    std::optional<Date> met_on;    ///< when it was met; only then
    std::optional<Date> forecast;  ///< when it is expected now; always for one that slipped
    std::string narrative;

    bool operator==(const Milestone&) const = default;
};

/// As returns and the register spell the states, in their order.
inline constexpr std::array<std::string_view, 4> milestone_state_names{"expected", "slipped", "met", "dropped"};

}  // namespace quarterdeck::returns
