#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "draw.h"
#include "published.h"

namespace quarterdeck::example {

/// A published cell that the other cells of its row rule out.
struct Contradiction {
    Measure cell{};
    std::string arithmetic;  ///< "over_55 21 > headcount 16"
};

/// The staff that the example has for a published row.
struct ExampleRow {
    PublishedRow published;
    std::array<std::int64_t, measures> values{};  ///< people; FTE in hundredths
    std::array<bool, measures> drawn{};           ///< the published cell was suppressed, or moved with such a cell
    std::vector<Contradiction> contradictions;

    std::int64_t value(Measure measure) const { return values[static_cast<std::size_t>(measure)]; }
};

/// Staff that agree with every open cell of a row. A suppressed count is drawn, each possible combination alike, from
/// 1 to 4 and from nothing but this row: male + female = headcount, over_55 <= headcount, 0 < FTE <= headcount.
/// An open headcount moves to male + female, and an open FTE is drawn if it became impossible. Where open cells
/// contradict each other, the one that gives way takes the nearest possible value and is named.
/// Throws `Refusal` if no number from 1 to 4 fits a suppressed cell.
ExampleRow calibrate(const PublishedRow& row, const Draw& draw);

}  // namespace quarterdeck::example
