#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include <boost/container_hash/hash.hpp>

#include "query/combinations.h"
#include "query/membership.h"

namespace quarterdeck::query {

/// Collects the selections of one set of records at one date, and groups its people and posts by them.
class Selections {
public:
    /// The number of a selection, given by its entries in any order; a new one counts on from `next`.
    std::uint32_t number(std::vector<std::uint32_t> entries, std::uint32_t& next);

    /// Adds the groups of these records, as far as any selection holds them.
    void group(const Combinations& combinations, Membership& membership) const;

private:
    using Entries = std::vector<std::uint32_t>;
    std::unordered_map<Entries, std::uint32_t, boost::hash<Entries>> numbers_;
};

}  // namespace quarterdeck::query
