#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/population.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::testing {

/// One assignment.
struct Post {
    int person = 0;
    std::int32_t fte = 100'000;  ///< 1/100,000
    std::array<std::string, snapshot::staff_fields> values;
    int assignment = 0;   ///< number of the person's assignment; below 16
    bool counted = true;  ///< an assignment that isn't is in no column of the snapshot
    Date start{2000, 1, 1};

    const std::string& value(Field field) const { return values[static_cast<std::size_t>(field)]; }
    std::string& value(Field field) { return values[static_cast<std::size_t>(field)]; }
};

/// The counted posts as a snapshot: one row each, in the same order. Trails tell of all posts.
snapshot::Snapshot snapshot_of(Date date, const std::vector<Post>& posts);

}  // namespace quarterdeck::testing
