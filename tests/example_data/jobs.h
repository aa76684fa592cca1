#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draw.h"
#include "population.h"
#include "reference.h"

namespace quarterdeck::example {

/// What a post is: everything about it that doesn't depend on who holds it.
struct Job {
    std::size_t population = 0;  ///< position in `populations()`
    std::string band_group;
    std::string columns;  ///< staff_group to pay_band as they stand in the CSV, with a comma behind
    bool doctor = false;
    bool training = false;
};

/// The posts of the example. Every code, role and band in them is in the reference lists.
class Jobs {
public:
    explicit Jobs(const Reference& reference) : reference_(reference) {}

    /// Draws a post of a population in a band group and returns its number.
    /// Throws `std::logic_error` if the population has no post in that group.
    std::uint32_t draw(std::size_t population, const std::string& band_group, Draw& draw);

    /// All posts that were drawn from, alike ones next to each other.
    const std::vector<Job>& all() const { return jobs_; }

    const Job& operator[](std::uint32_t number) const { return jobs_[number]; }

private:
    /// The posts of one pattern: so many numbers from the first on.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    const std::vector<Run>& choices(std::size_t population, const std::string& band_group);
    std::vector<Run> expand(std::size_t population, const std::string& band_group);

    const Reference& reference_;
    std::vector<Job> jobs_;
    /// By population and band group; a pattern stands there as often as it weighs.
    std::map<std::pair<std::size_t, std::string>, std::vector<Run>> choices_;
};

}  // namespace quarterdeck::example
