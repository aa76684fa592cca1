#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/query.h"
#include "query/answer.h"
#include "staff.h"

namespace quarterdeck::testing {

using PostsByDate = std::map<Date, std::vector<Post>>;

/// What a query's answer should be, worked out the plain way: every post is looked at for every cell, and people
/// are put into a set.
class Oracle {
public:
    Oracle(const PostsByDate& posts, Date as_at) : posts_(posts), as_at_(as_at) {}

    /// The cell of a listed row.
    query::Cell listed(const Query& query, const Row& row, const Measure& measure) const;

    /// The rows of a query by fields: for each field a value, or nothing for all.
    using Key = std::vector<std::optional<std::string>>;
    std::vector<Key> keys(const Query& query) const;
    query::Cell found(const Query& query, const Key& key, const Measure& measure) const;

private:
    template <class Fits>
    query::Cell cell(const Query& query, const Measure& measure, Fits fits_the_row) const;

    const std::vector<Post>& posts(const Measure& measure) const {
        return posts_.at(as_at_.months_before(measure.months_before));
    }

    const PostsByDate& posts_;
    Date as_at_;
};

}  // namespace quarterdeck::testing
