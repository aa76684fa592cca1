#pragma once

#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "snapshot/input.h"

namespace quarterdeck::query {

/// The snapshot dates that the queries need for a report at a date: that date and what `months_before` reaches
/// back to, latest first, each once.
std::vector<Date> dates_needed(const std::vector<Query>& queries, Date as_at);

/// Answers all queries together, exactly: one scan of each snapshot whatever the number of queries.
/// Answers stand in the order of the queries. The input must hold a snapshot for each of `dates_needed`.
std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at);

}  // namespace quarterdeck::query
