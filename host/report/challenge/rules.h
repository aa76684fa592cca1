#pragma once

#include <optional>
#include <vector>

#include "quarterdeck/period.h"
#include "register/programme_return.h"

namespace quarterdeck::report::rules {

/// Whether an open milestone's baseline date is two quarters ago or longer: six months, and a month's last day is
/// six months after another month's last day.
bool two_quarters_overdue(Date baseline, Date as_at);

/// Whether a green entry is expected after its baseline date.
bool green_forecast_late(const returns::Entry& entry, const std::optional<Date>& baseline);

/// Whether an entry has 100 per cent, yet is neither complete nor withdrawn.
bool full_but_not_complete(const returns::Entry& entry);

/// Whether an entry is complete with less than 100 per cent.
bool complete_but_not_full(const returns::Entry& entry);

/// Whether a rating differs from last quarter's with no reason given. Nothing before: there is nothing to differ from.
bool rating_without_reason(const std::optional<returns::Rating>& now, const std::optional<returns::Rating>& before,
                           const std::string& reason);

/// Whether three quarters in a row have the same text, blanks apart; an empty one says nothing. `texts` begins with
/// this quarter; nothing: not returned.
bool unchanged_for_three_quarters(const std::vector<std::optional<std::string>>& texts);

/// Whether the last two ratings are red. `ratings` begins with this quarter's.
bool red_for_two_quarters(const std::vector<std::optional<returns::Rating>>& ratings);

/// Whether two decimals are the same number: 1.50 is 1.5.
bool is_same(const Decimal& one, const Decimal& other);

/// Whether a measure's actual is at its target, or beyond it as seen from its baseline.
bool has_reached(const returns::Measurement& now);

/// Whether a measure is short of its target and further from it than it was before: in the quarter before, or at its
/// baseline where no earlier actual is known. A target above the baseline means that more is better, one below that
/// less is; where both are equal, every change leads away.
bool moving_away(const returns::Measurement& now, const std::optional<Decimal>& actual_before);

/// Whether a risk that is open scores 15 or more and nothing is done about it.
bool without_mitigation(const returns::Risk& risk);

}  // namespace quarterdeck::report::rules
