#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "register/programme_return.h"
#include "report/board/source.h"
#include "report/challenge/challenge.h"

namespace quarterdeck::report {

/// How a rating stands to the one before.
enum class Direction { better, same, worse, not_known };

/// From red over amber and green to blue is better. Not known where one of them is missing.
Direction direction(const std::optional<returns::Rating>& now, const std::optional<returns::Rating>& before);

/// How many actions a programme's plan has, and how they fare.
struct ActionTally {
    std::size_t actions = 0;
    std::size_t returned = 0;
    std::array<std::size_t, 4> rated{};  ///< by `returns::Rating`

    bool operator==(const ActionTally&) const = default;
};

/// One programme as a whole.
struct RatingLine {
    std::string programme;
    Text title;
    std::optional<returns::Rating> now;     ///< nothing: not returned, or no rating given
    std::optional<returns::Rating> before;  ///< last quarter's
    Direction direction = Direction::not_known;
    bool returned = false;
    bool returned_before = false;
    bool late = false;      ///< submitted after the day on which it was due
    bool approved = false;  ///< by its lead role
    std::string lead;       ///< the lead role, or empty
    Said reason;            ///< why the rating differs from last quarter's
    Said summary;
    std::vector<Challenge> challenges;  ///< all of the programme, its entries' too
    ActionTally tally{};

    bool operator==(const RatingLine&) const = default;
};

struct Ratings {
    returns::Quarter quarter;   ///< this quarter
    bool with_register = true;  ///< false: no register was named, so that nothing counts as returned
    std::vector<RatingLine> lines;

    bool operator==(const Ratings&) const = default;
};

RatingLine rating_line(const BoardSource& source, const Programme& programme);
Ratings ratings(const BoardSource& source);

}  // namespace quarterdeck::report
