#pragma once

#include <cstdint>
#include <vector>

namespace quarterdeck::query {

/// Which people and posts stand behind which cells of a set of answers: what disclosure control needs to know of the
/// records. A *selection* is a set of posts at one date; cells that rest on the same posts share one. People and
/// posts that no selection tells apart make one group. Everything is in a fixed order: selections as cells first
/// need them, groups by date (latest first), then as the records first show them.
struct Membership {
    /// People whose posts lie in exactly the same selections.
    struct People {
        std::vector<std::uint32_t> selections;  ///< ascending
        std::int64_t people = 0;
    };
    /// Posts that lie in exactly the same selections.
    struct Posts {
        std::vector<std::uint32_t> selections;  ///< ascending
        std::int64_t posts = 0;
        std::int64_t fte = 0;  ///< 1/100,000
    };

    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    std::uint32_t selections = 0;                     ///< how many there are
    std::vector<std::vector<std::uint32_t>> of_cell;  ///< for each answer, cell by cell; `none` for other sources
    std::vector<std::vector<std::uint32_t>> of_row;   ///< for each answer and cell: its row's whole selection
    std::vector<People> people;
    std::vector<Posts> posts;
};

}  // namespace quarterdeck::query
