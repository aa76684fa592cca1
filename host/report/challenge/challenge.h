#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "quarterdeck/period.h"

namespace quarterdeck::report {

/// Where what is reported and the facts beside it may disagree; templates/README.md says what each rule holds.
enum class ChallengeRule {
    not_returned,
    green_milestone_overdue,
    green_forecast_late,
    blue_milestone_open,
    full_but_not_complete,
    complete_but_not_full,
    rating_without_reason,
    narrative_unchanged,
    red_without_decision,
    measure_moving_away,
    risk_without_mitigation,
};

/// As `report.yaml` and the wording spell them, in their order.
inline constexpr std::array<std::string_view, 11> challenge_names{
    "not_returned",          "green_milestone_overdue", "green_forecast_late",    "blue_milestone_open",
    "full_but_not_complete", "complete_but_not_full",   "rating_without_reason",  "narrative_unchanged",
    "red_without_decision",  "measure_moving_away",     "risk_without_mitigation"};

inline std::string_view name(ChallengeRule rule) {
    return challenge_names[static_cast<std::size_t>(rule)];
}

/// Rules that a template doesn't apply.
using RulesOff = std::set<ChallengeRule>;

/// One place where they disagree.
struct Challenge {
    ChallengeRule rule = ChallengeRule::not_returned;
    std::string entry;           ///< id of an entry of the plan, or of a risk; empty: the programme as a whole
    std::string milestone{};     ///< id of the milestone that it is about, or empty
    std::optional<Date> date{};  ///< when that milestone was due; the forecast; or nothing

    bool operator==(const Challenge&) const = default;
};

}  // namespace quarterdeck::report
