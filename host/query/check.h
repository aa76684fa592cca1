#pragma once

#include "quarterdeck/metric.h"
#include "quarterdeck/query.h"

namespace quarterdeck::query {

/// Whether a query can be answered. Throws `Refusal` with a sentence that names the query and the place in it:
/// no measures, rows or fields; rows both listed and found by fields; ids that are empty or stand twice; rows with
/// another number of labels than the query; total rows with nothing to total; fields or counts that the source
/// doesn't have; months out of range; a member with a value that doesn't exist.
void check(const Query& query);

/// Whether a metric can be answered: its query, or the queries that it needs, and for a declared metric its
/// formulas, columns and chart, which must name its own measures and formulas. Throws `Refusal`.
void check(const Metric& metric);

/// The earliest that a measure may look back to.
inline constexpr int most_months_before = 600;

/// The longest span of a compound growth.
inline constexpr int most_years = 100;

/// The most decimal places of a formula.
inline constexpr int most_places = 9;

}  // namespace quarterdeck::query
