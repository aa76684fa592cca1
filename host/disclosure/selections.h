#pragma once

#include <cstdint>
#include <vector>

#include <boost/dynamic_bitset.hpp>

#include "query/membership.h"

namespace quarterdeck::disclosure {

using Groups = boost::dynamic_bitset<std::uint64_t>;

/// The groups of people and of posts that each selection holds.
struct Selections {
    explicit Selections(const query::Membership& membership)
        : people(membership.selections, Groups(membership.people.size())),
          posts(membership.selections, Groups(membership.posts.size())) {
        fill(membership.people, people);
        fill(membership.posts, posts);
    }

    std::vector<Groups> people;
    std::vector<Groups> posts;

private:
    template <class Group>
    static void fill(const std::vector<Group>& groups, std::vector<Groups>& held) {
        for (std::size_t group = 0; group < groups.size(); ++group)
            for (const std::uint32_t selection : groups[group].selections) held[selection].set(group);
    }
};

}  // namespace quarterdeck::disclosure
