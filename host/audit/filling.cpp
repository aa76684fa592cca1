#include "audit/filling.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace quarterdeck::audit {
namespace {

/// How many unknowns may change together; the shortest ways are tried first.
constexpr std::array<std::size_t, 3> depths{6, 14, 40};

std::int64_t divided_up(std::int64_t amount, std::int64_t by) {
    return (amount + by - 1) / by;
}

bool within(std::int64_t sum, const Range& range) {
    return sum >= range.low && sum <= range.high;
}

}  // namespace

Filling::Filling(const System& system, const Narrowing& narrowing, std::vector<std::int64_t> values)
    : system_(system), narrowing_(narrowing), values_(std::move(values)), moved_(system.unknowns.size(), 0) {
    for (std::size_t number = 0; number < system.relations.size(); ++number) {
        std::int64_t sum = 0;
        for (const Term& term : system.relations[number].terms) sum += term.factor * values_[term.unknown];
        sums_.push_back(sum);
        if (narrowing.used(number) && !within(sum, system.relations[number].within)) broken_.insert(number);
    }
}

bool Filling::move(std::size_t unknown, std::int64_t value, std::size_t most_steps) {
    for (const std::size_t depth : depths) {
        steps_ = most_steps / depths.size();
        set(unknown, value);
        moved_[unknown] = 1;
        const bool found = make_up(depth);
        for (const Change& change : before_) moved_[change.unknown] = 0;
        if (!found) set(unknown, before_.front().value);
        before_.clear();
        if (found) return true;
    }
    return false;
}

void Filling::set(std::size_t unknown, std::int64_t value) {
    before_.push_back({unknown, values_[unknown]});
    const std::int64_t difference = value - values_[unknown];
    values_[unknown] = value;
    for (const std::size_t number : narrowing_.relations_of(unknown)) {
        const Relation& relation = system_.relations[number];
        for (const Term& term : relation.terms)
            if (term.unknown == unknown) sums_[number] += term.factor * difference;
        if (!narrowing_.used(number)) continue;
        if (within(sums_[number], relation.within))
            broken_.erase(number);
        else
            broken_.insert(number);
    }
}

bool Filling::make_up(std::size_t depth) {
    if (broken_.empty()) return true;
    if (depth == 0) return false;
    for (const Change& change : remedies(*broken_.begin())) {
        if (steps_ == 0) return false;
        --steps_;
        const std::int64_t before = values_[change.unknown];
        set(change.unknown, change.value);
        moved_[change.unknown] = 1;
        if (make_up(depth - 1)) return true;
        moved_[change.unknown] = 0;
        set(change.unknown, before);
        before_.resize(before_.size() - 2);
    }
    return false;
}

/// What some term would have to be for the relation to hold, or as near to it as its range allows.
std::int64_t Filling::remedied(const Relation& relation, std::int64_t sum, const Term& term) const {
    const std::int64_t size = term.factor < 0 ? -term.factor : term.factor;
    const std::int64_t sign = term.factor < 0 ? -1 : 1;
    const std::int64_t change = sum > relation.within.high ? -sign * divided_up(sum - relation.within.high, size)
                                                           : sign * divided_up(relation.within.low - sum, size);
    const Range& range = narrowing_.range(term.unknown);
    return std::clamp(values_[term.unknown] + change, range.low, range.high);
}

/// The ways to mend a relation: first those that mend it whole, then those that break fewest others.
std::vector<Filling::Change> Filling::remedies(std::size_t number) {
    const Relation& relation = system_.relations[number];
    std::vector<std::tuple<bool, std::size_t, std::size_t, std::int64_t>> ranked;
    for (const Term& term : relation.terms) {
        if (moved_[term.unknown] != 0) continue;
        const std::int64_t before = values_[term.unknown];
        const std::int64_t value = remedied(relation, sums_[number], term);
        if (value == before) continue;
        set(term.unknown, value);
        ranked.emplace_back(broken_.contains(number), broken_.size(), term.unknown, value);
        set(term.unknown, before);
        before_.resize(before_.size() - 2);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<Change> changes;
    changes.reserve(ranked.size());
    for (const auto& [part, breaks, unknown, value] : ranked) changes.push_back({unknown, value});
    return changes;
}

}  // namespace quarterdeck::audit
