#pragma once

#include <cstddef>
#include <vector>

#include "quarterdeck/query.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// What the figures of made-up answers are.
enum class Made {
    ordinary,     ///< different numbers; totals are the sum of the other rows
    hidden,       ///< [c] everywhere
    unavailable,  ///< [x] everywhere
    zero,
    nobody,  ///< like zero, and queries by fields find no rows
    many,    ///< like ordinary, and queries by fields find thousands of rows
};

/// Answers to a computed metric's queries, shaped as the host's are.
std::vector<Table> made_answers(const std::vector<Query>& queries, Made made);

/// One figure of a list of answers.
struct Place {
    std::size_t answer = 0;
    std::size_t row = 0;
    std::size_t column = 0;
};

/// All figures of the answers, at most so many, spread evenly.
std::vector<Place> places_in(const std::vector<Table>& answers, std::size_t most);

}  // namespace quarterdeck::plugins
