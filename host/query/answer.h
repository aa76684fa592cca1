#pragma once

#include <cstdint>
#include <vector>

#include "quarterdeck/query.h"
#include "quarterdeck/table.h"

namespace quarterdeck::query {

/// One exact figure before protection.
struct Cell {
    std::int64_t value = 0;   ///< people or assignments; 1/100,000 for FTE and for values of a series
    std::int64_t people = 0;  ///< distinct people that the figure rests on; 0 for sources other than staff
    bool known = true;        ///< false where the source gives no figure: no row matches, or one is empty
};

/// The true figures of one query. Only `disclosure/` may pass them on.
struct Answer {
    std::vector<Label> labels;
    std::vector<Row> rows;  ///< as listed, or found in the data for a query by fields
    std::vector<Measure> measures;
    Source source = Source::staff;
    Rule population = everyone();  ///< what every record that is counted fits
    std::vector<Cell> cells;       ///< row by row, one for each measure

    const Cell& cell(std::size_t row, std::size_t measure) const { return cells[row * measures.size() + measure]; }
};

}  // namespace quarterdeck::query
