#include "audit/search.h"

#include <algorithm>

namespace quarterdeck::audit {

std::vector<Island> islands(const System& system, const Narrowing& narrowing) {
    std::vector<char> seen(system.unknowns.size(), 0);
    std::vector<Island> all;
    for (std::size_t first = 0; first < seen.size(); ++first) {
        if (seen[first] || narrowing.range(first).single()) continue;
        Island island{first};
        seen[first] = 1;
        for (std::size_t i = 0; i < island.size(); ++i)
            for (const std::size_t relation : narrowing.relations_of(island[i])) {
                if (!narrowing.used(relation) || narrowing.holds_anyway(relation)) continue;
                for (const Term& term : system.relations[relation].terms) {
                    if (seen[term.unknown] || narrowing.range(term.unknown).single()) continue;
                    seen[term.unknown] = 1;
                    island.push_back(term.unknown);
                }
            }
        std::sort(island.begin(), island.end());
        all.push_back(std::move(island));
    }
    return all;
}

Search::Outcome Search::ask(const Island& island, std::size_t unknown, Range range) {
    const std::size_t mark = narrowing_.steps().size();
    tries_ = 0;
    Outcome outcome = Outcome::impossible;
    if (narrowing_.assume(unknown, range)) outcome = try_all(island);
    narrowing_.undo(mark);
    return outcome;
}

Search::Outcome Search::try_all(const Island& island) {
    const std::optional<std::size_t> unknown = narrowest(island);
    if (!unknown) return note_way(island) ? Outcome::possible : Outcome::impossible;
    if (++tries_ > most_tries_) return Outcome::given_up;
    const Range range = narrowing_.range(*unknown);
    const std::int64_t middle = range.low + (range.high - range.low) / 2;
    const std::size_t mark = narrowing_.steps().size();
    for (const Range half : {Range{range.low, middle}, Range{middle + 1, range.high}}) {
        if (narrowing_.assume(*unknown, half)) {
            const Outcome outcome = try_all(island);
            if (outcome != Outcome::impossible) return outcome;
        }
        narrowing_.undo(mark);
    }
    return Outcome::impossible;
}

/// The unknown with the fewest possibilities that some relation still depends on.
std::optional<std::size_t> Search::narrowest(const Island& island) const {
    std::optional<std::size_t> best;
    std::int64_t width = 0;
    for (const std::size_t unknown : island) {
        const Range& range = narrowing_.range(unknown);
        if (range.single() || (best && range.high - range.low >= width)) continue;
        const std::vector<std::size_t>& relations = narrowing_.relations_of(unknown);
        const bool matters = std::any_of(relations.begin(), relations.end(), [&](std::size_t relation) {
            return narrowing_.used(relation) && !narrowing_.holds_anyway(relation);
        });
        if (!matters) continue;
        best = unknown;
        width = range.high - range.low;
    }
    return best;
}

/// False when the numbers don't satisfy some relation: narrowing may stop before it finds that.
bool Search::note_way(const Island& island) {
    way_.clear();
    for (const std::size_t unknown : island) {
        for (const std::size_t relation : narrowing_.relations_of(unknown))
            if (narrowing_.used(relation) && !narrowing_.holds_anyway(relation)) return false;
        way_.push_back(narrowing_.range(unknown).low);
    }
    return true;
}

}  // namespace quarterdeck::audit
