#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/container_hash/hash.hpp>

#include "quarterdeck/query.h"

namespace quarterdeck::query {

/// The rows of a query by fields. Groups, the finest combinations of values, are added as they are found in the
/// data; each goes into one row of every level of totals.
class FoundRows {
public:
    /// A value's number for each field, in the order of the query's fields.
    using Place = std::vector<std::uint32_t>;

    /// `values`: for each of the query's fields its values in order. The query must outlive the rows.
    FoundRows(const Query& query, std::vector<std::vector<std::string>> values);

    /// The number of the group at a place, a new one where there is none yet. Throws `Refusal` when the query
    /// would have too many rows.
    std::uint32_t group(const Place& place);

    /// Rows in order: by the values of the fields, first field first, "all" after the values.
    std::vector<Row> rows() const;

    /// The groups of each of these rows.
    std::vector<std::vector<std::uint32_t>> groups_by_row() const;

private:
    Row row(const Place& place) const;

    const Query& query_;
    std::vector<std::vector<std::string>> values_;
    std::vector<std::vector<char>> levels_;  ///< which fields each level keeps
    std::unordered_map<Place, std::uint32_t, boost::hash<Place>> groups_;
    std::map<Place, std::vector<std::uint32_t>> groups_of_row_;
};

/// How many rows a query by fields may have, totals included.
inline constexpr std::size_t most_found_rows = 100'000;

}  // namespace quarterdeck::query
