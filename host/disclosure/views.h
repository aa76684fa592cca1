#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "disclosure/model.h"
#include "quarterdeck/query.h"

namespace quarterdeck::disclosure {

/// A way of counting: what is counted, and what the measure narrows rows to ("" for everybody).
struct Way {
    Count count{};
    std::string where;

    auto operator<=>(const Way&) const = default;
};

/// Cells by what they count in which extent. A cell that a measure narrows is seen twice: as its row counted that way,
/// and as everybody in its own extent.
class Views {
public:
    static constexpr std::uint32_t zero = 0xFFFFFFFFU;  ///< nobody is there: the cell is known to be 0

    void see(std::uint32_t extent, const Way& way, std::uint32_t cell) { cells_[extent].emplace(way, cell); }

    /// The cell, `zero`, or nothing where no table has it.
    std::optional<std::uint32_t> cell(std::uint32_t extent, const Way& way) const {
        const auto ways = cells_.find(extent);
        if (ways == cells_.end()) return std::nullopt;
        const auto found = ways->second.find(way);
        if (found == ways->second.end()) return std::nullopt;
        return found->second;
    }

    /// Every extent that is seen, with the ways in which it is counted.
    const std::map<std::uint32_t, std::map<Way, std::uint32_t>>& all() const { return cells_; }

private:
    std::map<std::uint32_t, std::map<Way, std::uint32_t>> cells_;
};

}  // namespace quarterdeck::disclosure
