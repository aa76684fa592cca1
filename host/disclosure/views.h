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

/// A way of counting: what is counted, what the measure narrows rows to ("" for everybody), and a movement with the
/// months that it spans.
struct Way {
    Count count{};
    std::string where;
    Movement movement = Movement::none;
    int months = 0;

    /// Whether rows that make up another row make it up counted this way too. Who moves between rows doesn't move in
    /// what they make up.
    bool adds_up() const {
        switch (movement) {
            case Movement::none:
            case Movement::returned:
            case Movement::corrected:
            case Movement::joined:
            case Movement::uncounted:
            case Movement::left: return true;
            default: return false;
        }
    }

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
