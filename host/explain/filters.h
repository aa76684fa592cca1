#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quarterdeck/query.h"
#include "snapshot/input.h"

namespace quarterdeck::explain {

/// What a filter belongs to.
enum class Part { population, listed_rows, row, column };

/// "population", "any other row", "row" or "column".
std::string_view part_text(Part part);

/// One filter on the way from all records to a cell. Conditions that must all hold are a filter each; alternatives are
/// one.
struct Filter {
    Part part = Part::population;
    Rule rule;
};

/// What is left behind some filters.
struct Left {
    std::int64_t rows = 0;
    std::int64_t people = 0;  ///< distinct; 0 for sources other than staff
    std::int64_t fte = 0;     ///< 1/100,000
};

/// The filters of a cell in their order: population, for a listed total any other row, row, column. `rows` are those of
/// the query's answer.
std::vector<Filter> filters_of(const Query& query, const std::vector<Row>& rows, std::size_t row,
                               const Measure& measure);

/// All filters as one rule.
Rule together(const std::vector<Filter>& filters);

/// What is left before any filter and behind each, counted by the engine that counts reports, in the snapshot at
/// `date`.
std::vector<Left> left_behind(const std::vector<Filter>& filters, const snapshot::Input& input, Date date);

/// The same of a source other than staff: of the figures of a series, or the funded posts of the date.
std::vector<Left> left_behind(const std::vector<Filter>& filters, const snapshot::Input& input, Source source,
                              Date date);

}  // namespace quarterdeck::explain
