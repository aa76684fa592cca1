#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "audit/narrowing.h"
#include "audit/system.h"

namespace quarterdeck::audit {

/// Unknowns that relations tie together.
using Island = std::vector<std::size_t>;

/// The islands of the unknowns that are not single yet, each in ascending order.
std::vector<Island> islands(const System& system, const Narrowing& narrowing);

/// Tries possibilities: whole numbers within narrowed ranges, halving the narrowest range until nothing contradicts.
class Search {
public:
    enum class Outcome { possible, impossible, given_up };

    /// Gives up after `most_tries` halvings for each question.
    Search(const System& system, Narrowing& narrowing, std::size_t most_tries)
        : system_(system), narrowing_(narrowing), most_tries_(most_tries) {}

    /// Whether the island's unknowns can all be whole numbers while one of them lies in a range. Leaves the
    /// narrowing as it was.
    Outcome ask(const Island& island, std::size_t unknown, Range range);

    /// A way that was found to be possible: one number for each of the island's unknowns.
    const std::vector<std::int64_t>& way() const { return way_; }

private:
    Outcome try_all(const Island& island);
    std::optional<std::size_t> narrowest(const Island& island) const;
    bool note_way(const Island& island);

    const System& system_;
    Narrowing& narrowing_;
    std::size_t most_tries_;
    std::size_t tries_ = 0;
    std::vector<std::int64_t> way_;
};

}  // namespace quarterdeck::audit
