#pragma once

#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"

namespace quarterdeck::query {

/// Earlier dates that have no records.
struct Absent {
    Date as_at;
    std::vector<Date> dates;

    /// Whether a measure needs one of them: it looks back to it, or counts who moved since.
    bool concerns(const Query& query, const Measure& measure) const;
};

/// The queries with each such measure asked at the reporting date instead, of nobody, so that they can be evaluated.
std::vector<Query> without(std::vector<Query> queries, const Absent& absent);

/// Says in the answers to such queries that these figures aren't known: `[x]`, and so is what rests on them.
void mark_unknown(const std::vector<Query>& queries, const Absent& absent, std::vector<Answer>& answers);

}  // namespace quarterdeck::query
