#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "draw.h"
#include "jobs.h"
#include "person.h"

namespace quarterdeck::example {

/// Gives about three in a hundred a second post that leaves the figures of their published row as they are: a part of
/// their own post in the same row, a post outside diagnostics, or one that isn't counted.
void give_second_posts(People& people, Jobs& jobs, std::uint64_t seed);

/// Second posts for an example that is scaled up, where they may also lie in other rows of the published tables.
class SecondPosts {
public:
    SecondPosts(const People& people, const Jobs& jobs);

    /// Replaces the person's second post: about three in a hundred have one, some at another organisation.
    void draw_for(Person& person, Draw& draw) const;

private:
    /// A post of somebody in the same table, or outside diagnostics.
    std::uint32_t other_job(const Job& job, Draw& draw) const;

    const Jobs& jobs_;
    std::vector<std::size_t> table_of_;  ///< by population: the first population of its table
    std::size_t outside_ = 0;
    std::vector<std::vector<std::uint32_t>> jobs_by_table_;  ///< everybody's, by the first population of the table
};

}  // namespace quarterdeck::example
