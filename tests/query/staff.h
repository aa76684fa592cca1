#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/population.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::testing {

/// One counted assignment.
struct Post {
    int person = 0;
    std::int32_t fte = 100'000;  ///< 1/100,000
    std::array<std::string, snapshot::staff_fields> values;

    const std::string& value(Field field) const { return values[static_cast<std::size_t>(field)]; }
    std::string& value(Field field) { return values[static_cast<std::size_t>(field)]; }
};

/// The posts as a snapshot: one row each, in the same order.
snapshot::Snapshot snapshot_of(Date date, const std::vector<Post>& posts);

}  // namespace quarterdeck::testing
