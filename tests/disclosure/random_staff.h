#pragma once

#include <vector>

#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"
#include "snapshot/input.h"

namespace quarterdeck::testing {

/// Some staff of three organisations, some of them with two posts, and two tables about them: bands as listed rows
/// with a total, organisations found in the data with a total. Both show headcount, FTE, men and women; the first
/// also those over 55. The same seed gives the same staff.
struct RandomStaff {
    explicit RandomStaff(unsigned seed, int people);

    /// Puts another query in the place of one, and counts again.
    void ask(std::size_t number, Query query);

    snapshot::Input input;
    std::vector<Query> queries;
    query::Membership membership;
    std::vector<query::Answer> answers;
};

}  // namespace quarterdeck::testing
