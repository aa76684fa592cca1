#pragma once

#include <cstdint>
#include <vector>

#include "query/column_classes.h"
#include "query/tuning.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// People whose posts stand in several combinations: the i-th of them holds posts in exactly
/// members[starts[i]] up to members[starts[i + 1]].
struct SpreadPeople {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> members;
};

/// The combinations of classes that occur in a snapshot, in the order of their first rows, and what they come to.
struct Combinations {
    std::vector<std::vector<std::uint16_t>> classes;  ///< for each column: the class in each combination
    std::vector<std::int64_t> posts;
    std::vector<std::int64_t> fte;     ///< 1/100,000
    std::vector<std::int64_t> people;  ///< who hold all of their posts in this one combination
    SpreadPeople spread;
    std::vector<std::uint32_t> of_row;  ///< the combination of each row, where that was asked for

    std::size_t size() const { return posts.size(); }
};

/// Reads each row once. Every row that isn't among the snapshot's shared rows is taken for one person.
/// `rows`: also says which combination each row has.
Combinations scan(const snapshot::Snapshot& snapshot, const std::vector<ColumnClasses>& columns, bool rows,
                  const Tuning& tuning);

}  // namespace quarterdeck::query
