#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record.h"
#include "snapshot/input.h"

namespace quarterdeck::tests {

/// A counted assignment of a person. Gender and age band are written on each of a person's posts.
struct Post {
    std::uint32_t person = 0;
    std::int32_t fte_hundredths = 100;
    Record fields;
};

/// The date of every small snapshot.
inline constexpr Date small_date{2023, 3, 31};

/// An input whose only snapshot holds the posts.
snapshot::Input small_input(const std::vector<Post>& posts);

}  // namespace quarterdeck::tests
