#include "audit/narrowing.h"

#include <algorithm>
#include <set>

namespace quarterdeck::audit {
namespace {

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return quotient * by > value ? quotient - 1 : quotient;
}

std::int64_t ceiling_divided(std::int64_t value, std::int64_t by) {
    return -floor_divided(-value, by);
}

/// How many relations may be looked at before narrowing stops: ranges then are wider than they need be, never wrong.
constexpr std::size_t most_looks(std::size_t relations) {
    return 2000 + 40 * relations;
}

}  // namespace

Narrowing::Narrowing(const System& system)
    : system_(system),
      ranges_(system.unknowns),
      used_(system.relations.size(), 0),
      relations_of_(system.unknowns.size()),
      waits_(system.relations.size(), 0) {
    for (std::size_t i = 0; i < system.relations.size(); ++i)
        for (const Term& term : system.relations[i].terms) relations_of_[term.unknown].push_back(i);
}

bool Narrowing::use(std::size_t relation) {
    used_[relation] = 1;
    waits_[relation] = 1;
    waiting_.push_back(relation);
    return settle();
}

bool Narrowing::assume(std::size_t unknown, Range range) {
    return set(unknown, range, assumed) && settle();
}

void Narrowing::undo(std::size_t steps) {
    while (steps_.size() > steps) {
        ranges_[steps_.back().unknown] = steps_.back().before;
        steps_.pop_back();
    }
}

Narrowing::Sum Narrowing::sum(const Relation& relation) const {
    Sum sum;
    for (const Term& term : relation.terms) {
        const Range& range = ranges_[term.unknown];
        const auto factor = term.factor;
        sum.low += factor * (factor > 0 ? range.low : range.high);
        sum.high += factor * (factor > 0 ? range.high : range.low);
    }
    return sum;
}

bool Narrowing::holds_anyway(std::size_t relation) const {
    const Relation& known = system_.relations[relation];
    const Sum all = sum(known);
    return all.low >= known.within.low && all.high <= known.within.high;
}

bool Narrowing::narrow(std::size_t relation) {
    const Relation& known = system_.relations[relation];
    Sum all = sum(known);
    if (all.low > known.within.high || all.high < known.within.low) return false;
    for (const Term& term : known.terms) {
        const Range range = ranges_[term.unknown];
        if (range.single()) continue;
        const auto factor = term.factor;
        // What the others leave for factor × unknown.
        const std::int64_t others_low = all.low - factor * (factor > 0 ? range.low : range.high);
        const std::int64_t others_high = all.high - factor * (factor > 0 ? range.high : range.low);
        const std::int64_t least = known.within.low - others_high;
        const std::int64_t greatest = known.within.high - others_low;
        const std::int64_t low = factor > 0 ? ceiling_divided(least, factor) : ceiling_divided(-greatest, -factor);
        const std::int64_t high = factor > 0 ? floor_divided(greatest, factor) : floor_divided(-least, -factor);
        const Range narrower{std::max(low, range.low), std::min(high, range.high)};
        if (narrower == range) continue;
        if (!set(term.unknown, narrower, relation)) return false;
        all = sum(known);
    }
    return true;
}

bool Narrowing::set(std::size_t unknown, Range range, std::size_t relation) {
    if (range.empty()) return false;
    steps_.push_back({unknown, relation, ranges_[unknown]});
    ranges_[unknown] = range;
    wake(unknown);
    return true;
}

void Narrowing::wake(std::size_t unknown) {
    for (const std::size_t relation : relations_of_[unknown]) {
        if (!used_[relation] || waits_[relation]) continue;
        waits_[relation] = 1;
        waiting_.push_back(relation);
    }
}

bool Narrowing::settle() {
    const std::size_t most = most_looks(system_.relations.size());
    bool possible = true;
    for (std::size_t next = 0; next < waiting_.size() && next < most && possible; ++next) {
        waits_[waiting_[next]] = 0;
        possible = narrow(waiting_[next]);
    }
    for (const std::size_t relation : waiting_) waits_[relation] = 0;
    waiting_.clear();
    return possible;
}

std::vector<Narrowing::Step> Narrowing::reasons(std::size_t unknown) const {
    std::set<std::size_t> wanted{unknown};
    std::vector<Step> reasons;
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
        if (!wanted.contains(step->unknown) || step->relation == assumed) continue;
        for (const Term& term : system_.relations[step->relation].terms) wanted.insert(term.unknown);
        const bool told = std::any_of(reasons.begin(), reasons.end(), [&](const Step& later) {
            return later.unknown == step->unknown && later.relation == step->relation;
        });
        if (!told) reasons.push_back(*step);
    }
    std::reverse(reasons.begin(), reasons.end());
    return reasons;
}

}  // namespace quarterdeck::audit
