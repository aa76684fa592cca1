#include "audit/attack.h"

#include <algorithm>

#include "audit/search.h"

namespace quarterdeck::audit {
namespace {

/// Halvings for each question. Tables that are published need tens.
constexpr std::size_t most_tries = 20'000;

/// Uses all relations but those that contradict what was used before.
void use_consistent(const System& system, Narrowing& narrowing, std::vector<std::size_t>& contradicting) {
    for (std::size_t relation = 0; relation < system.relations.size(); ++relation) {
        const std::size_t mark = narrowing.steps().size();
        if (narrowing.use(relation)) continue;
        narrowing.undo(mark);
        narrowing.drop(relation);
        contradicting.push_back(relation);
    }
}

bool impossible(const System& system, Narrowing& narrowing, const Island& island) {
    Search search(system, narrowing, most_tries);
    const std::size_t first = island.front();
    return search.ask(island, first, narrowing.range(first)) == Search::Outcome::impossible;
}

/// The relation with which an island's relations, in order, become impossible, though narrowing doesn't show it.
std::size_t breaking(const System& system, const std::vector<std::size_t>& relations) {
    std::size_t good = 0;
    std::size_t bad = relations.size();
    while (good + 1 < bad) {
        const std::size_t middle = (good + bad) / 2;
        Narrowing part(system);
        for (std::size_t i = 0; i < middle; ++i) part.use(relations[i]);
        const std::vector<Island> all = islands(system, part);
        const bool breaks =
            std::any_of(all.begin(), all.end(), [&](const Island& one) { return impossible(system, part, one); });
        (breaks ? bad : good) = middle;
    }
    return relations[bad - 1];
}

/// Leaves out relations until some way is possible.
void make_possible(const System& system, Narrowing& narrowing, std::vector<std::size_t>& contradicting) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const Island& island : islands(system, narrowing)) {
            if (!impossible(system, narrowing, island)) continue;
            std::vector<std::size_t> used;
            for (std::size_t relation = 0; relation < system.relations.size(); ++relation)
                if (narrowing.used(relation)) used.push_back(relation);
            const std::size_t culprit = breaking(system, used);
            contradicting.push_back(culprit);
            narrowing.undo(0);
            narrowing.drop(culprit);
            for (const std::size_t relation : used)
                if (relation != culprit) narrowing.use(relation);
            changed = true;
            break;
        }
    }
    std::sort(contradicting.begin(), contradicting.end());
}

/// Finds the ends of an island's unknowns; what is found for one serves the others.
class Ends {
public:
    Ends(const System& system, Narrowing& narrowing, const Island& island)
        : narrowing_(narrowing), island_(island), search_(system, narrowing, most_tries), seen_(island.size()) {
        if (search_.ask(island, island.front(), narrowing.range(island.front())) == Search::Outcome::possible)
            for (std::size_t i = 0; i < island.size(); ++i) seen_[i] = {search_.way()[i], search_.way()[i]};
        else
            known_ = false;
    }

    Found of(std::size_t index) {
        const Range outer = narrowing_.range(island_[index]);
        Found found{outer, known_, true};
        if (!known_) return found;
        found.range.low = least(index, outer.low, found);
        found.range.high = greatest(index, outer.high, found);
        found.pencil = found.range == outer;
        return found;
    }

private:
    std::int64_t least(std::size_t index, std::int64_t low, Found& found) {
        for (bool first = true; low < seen_[index].low; first = false) {
            const std::int64_t to = first ? low : low + (seen_[index].low - 1 - low) / 2;
            const Search::Outcome outcome = ask(index, {low, to});
            if (outcome == Search::Outcome::given_up) return gave_up(found, low);
            if (outcome == Search::Outcome::impossible) low = to + 1;
        }
        return low;
    }

    std::int64_t greatest(std::size_t index, std::int64_t high, Found& found) {
        for (bool first = true; high > seen_[index].high; first = false) {
            const std::int64_t from = first ? high : high - (high - 1 - seen_[index].high) / 2;
            const Search::Outcome outcome = ask(index, {from, high});
            if (outcome == Search::Outcome::given_up) return gave_up(found, high);
            if (outcome == Search::Outcome::impossible) high = from - 1;
        }
        return high;
    }

    static std::int64_t gave_up(Found& found, std::int64_t end) {
        found.proved = false;
        return end;
    }

    Search::Outcome ask(std::size_t index, Range range) {
        const Search::Outcome outcome = search_.ask(island_, island_[index], range);
        if (outcome != Search::Outcome::possible) return outcome;
        for (std::size_t i = 0; i < island_.size(); ++i) {
            seen_[i].low = std::min(seen_[i].low, search_.way()[i]);
            seen_[i].high = std::max(seen_[i].high, search_.way()[i]);
        }
        return outcome;
    }

    Narrowing& narrowing_;
    const Island& island_;
    Search search_;
    std::vector<Range> seen_;
    bool known_ = true;
};

}  // namespace

Attack attack(const System& system, const std::vector<char>& wanted) {
    Attack attack{{}, {}, Narrowing(system)};
    use_consistent(system, attack.narrowing, attack.contradicting);
    make_possible(system, attack.narrowing, attack.contradicting);
    for (const Range& range : attack.narrowing.ranges()) attack.found.push_back({range, true, true});
    for (const Island& island : islands(system, attack.narrowing)) {
        if (std::none_of(island.begin(), island.end(), [&](std::size_t unknown) { return wanted[unknown]; })) continue;
        Ends ends(system, attack.narrowing, island);
        for (std::size_t i = 0; i < island.size(); ++i)
            if (wanted[island[i]]) attack.found[island[i]] = ends.of(i);
    }
    return attack;
}

}  // namespace quarterdeck::audit
