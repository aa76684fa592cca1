#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "report/board/source.h"

namespace quarterdeck::report {

/// A row of the priority matrix as a template asks for it.
struct PriorityRequest {
    Text title;
    std::vector<std::string> themes;  ///< headings of plans, by their English words

    bool operator==(const PriorityRequest&) const = default;
};

/// How many actions a programme has under a priority, and how they fare.
struct PriorityCell {
    std::size_t actions = 0;
    std::array<std::size_t, 4> rated{};  ///< by `returns::Rating`; the rest wasn't returned

    bool operator==(const PriorityCell&) const = default;
};

struct PriorityRow {
    Text title;                       ///< empty: headings that no priority takes
    std::vector<PriorityCell> cells;  ///< one a programme

    bool operator==(const PriorityRow&) const = default;
};

struct Priorities {
    std::vector<Text> programmes;
    std::vector<PriorityRow> rows;

    bool operator==(const Priorities&) const = default;
};

/// Counts the actions of all plans. Each action stands in one row; without `wanted` each heading is a row.
Priorities priorities(const BoardSource& source, const std::vector<PriorityRequest>& wanted);

}  // namespace quarterdeck::report
