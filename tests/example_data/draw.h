#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace quarterdeck::example {

/// What a sequence of draws is for. Each purpose has its own sequence, so that drawing more for one of them leaves
/// the others as they were.
enum class Purpose : std::uint32_t {
    cells,
    people,
    age_bands,
    second_posts,
    outside,
    records,
    leavers,
    establishment,
    year_ago
};

/// Reproducible draws: the Mersenne Twister of the standard, seeded through `std::seed_seq`, and whole-number
/// arithmetic only, so that every standard library gives the same values.
class Draw {
public:
    /// `part` tells apart sequences of one purpose: a row of a table, a block of people.
    Draw(std::uint64_t seed, Purpose purpose, std::uint64_t part = 0);

    /// Uniform from 0 to below `limit`. Precondition: limit > 0.
    std::uint32_t below(std::uint32_t limit);

    /// Uniform from `low` to `high`, both included. Precondition: low <= high.
    std::int32_t between(std::int32_t low, std::int32_t high);

    /// True in `parts` of `whole` cases.
    bool chance(std::uint32_t parts, std::uint32_t whole) { return below(whole) < parts; }

    template <typename T>
    void shuffle(std::span<T> items) {
        for (std::size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[below(static_cast<std::uint32_t>(left))]);
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace quarterdeck::example
