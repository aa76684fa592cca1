#pragma once

#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"
#include "snapshot/input.h"

namespace quarterdeck::query {

/// The snapshot dates that the queries need for a report at a date: that date and what `months_before` reaches
/// back to, latest first, each once. Throws `Refusal` as `check` does.
std::vector<Date> dates_needed(const std::vector<Query>& queries, Date as_at);

/// Whether some measure counts a movement, so that snapshots must be read with trails.
bool follow_people(const std::vector<Query>& queries);

/// Answers all queries together, exactly: one scan of each snapshot whatever the number of queries.
/// Answers stand in the order of the queries.
///
/// A query by fields answers with a row for each combination of values that its population has in any of the
/// snapshots that its measures need, and for each of its totals, in order of the values (by bytes), "all" after the
/// values. Labels and label columns are the values and the fields' names, the same in both languages; where a total
/// takes all values the label is empty and the row is marked `total`. A row's id lists fields and values
/// ("organisation=7A1,gender=Female"; a total leaves out the fields it sums over; "all" for everything), its rule
/// picks its records. Where there are no records there is no row, not even a total.
///
/// Throws `Refusal`: what `check` refuses, no snapshot for one of `dates_needed`, one
/// without a trail where people are followed, more than 100,000 rows found in
/// the data, figures of a series that add up to more than can be counted.
std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at);

/// The same, and says which people and posts stand behind which cells.
std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             Membership& membership);

}  // namespace quarterdeck::query
