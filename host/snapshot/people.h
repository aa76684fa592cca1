#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/assignment_rows.h"
#include "snapshot/repeats.h"
#include "snapshot/row_keys.h"

namespace quarterdeck::snapshot {

/// People with several rows at one date, settled.
struct SharedPeople {
    /// The counted rows of people who have more than one: those of the n-th are counted[starts[n]] up to
    /// counted[starts[n + 1]], in row order; people by their first row.
    std::vector<std::uint32_t> counted;
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> two_births;     ///< rows whose date of birth gave way to another
    std::vector<std::uint32_t> two_genders;    ///< rows whose gender gave way to another
    std::vector<std::uint32_t> two_primaries;  ///< primary rows beside a primary one that came first
};

/// Gives all rows of a person the gender and date of birth of the primary assignment, without one (or with
/// several) of that with the highest FTE, then of that with the lowest assignment number by bytes. Uncounted
/// assignments have a say. People without a counted assignment are passed over. `repeats` are those of people.
SharedPeople settle_people(const NumberedRows& rows, const RowKeys& keys, const std::vector<Repeat>& repeats,
                           std::size_t threads);

}  // namespace quarterdeck::snapshot
