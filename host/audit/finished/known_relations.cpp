#include "audit/finished/known_relations.h"

namespace quarterdeck::audit {
namespace {

constexpr std::size_t none = Figures::none;

std::vector<std::int64_t> key_of(const Relation& relation) {
    std::vector<std::int64_t> key{relation.within.low, relation.within.high};
    for (const Term& term : relation.terms) {
        key.push_back(static_cast<std::int64_t>(term.unknown));
        key.push_back(term.factor);
    }
    return key;
}

}  // namespace

KnownRelations::KnownRelations(const std::vector<Figure>& figures, const disclosure::Policy& policy)
    : figures_(figures), unknown_of_(figures.size(), none) {
    for (std::size_t figure = 0; figure < figures.size(); ++figure) add_unknown(figure, policy.threshold);
}

void KnownRelations::add_unknown(std::size_t number, int threshold) {
    const Figure& figure = figures_[number];
    const bool told = figure.shown || (figure.rests && !figure.marked);
    if (told || figure.people == 0) return;
    const bool small = figure.people < threshold;
    Range range = figure.known;
    if (figure.count != Count::fte) range.low = small ? 1 : threshold;
    if (figure.count == Count::headcount && small) range.high = threshold - 1;
    unknown_of_[number] = formulation_.figures.size();
    formulation_.system.unknowns.push_back(range);
    formulation_.figures.push_back({figure.place, figure.count != Count::fte, figure.truth, small, figure.narrow});
}

/// What a reader has for a figure that is no unknown.
Range KnownRelations::told(std::size_t number) const {
    const Figure& figure = figures_[number];
    return figure.shown ? figure.known : Range{figure.truth, figure.truth};
}

void KnownRelations::add(const Terms& terms, std::int64_t low, std::int64_t high) {
    std::int64_t truth = 0;
    for (const auto& [figure, factor] : terms) truth += factor * figures_[figure].truth;
    if (truth < low || truth > high) {
        ++formulation_.dropped;
        return;
    }
    Relation relation{{}, {low, high}};
    for (const auto& [figure, factor] : terms) {
        if (factor == 0) continue;
        if (unknown_of_[figure] != none) {
            relation.terms.push_back({unknown_of_[figure], factor});
            continue;
        }
        const Range range = told(figure);
        relation.within.low -= factor * (factor > 0 ? range.high : range.low);
        if (high != Relation::open) relation.within.high -= factor * (factor > 0 ? range.low : range.high);
    }
    if (relation.terms.empty() || !seen_.emplace(key_of(relation)).second) return;
    formulation_.system.relations.push_back(std::move(relation));
}

void KnownRelations::add_partition(std::size_t whole, const std::vector<std::size_t>& parts, bool covering) {
    Terms terms;
    std::int64_t sum = 0;
    for (const std::size_t part : parts) {
        ++terms[part];
        sum += figures_[part].truth;
    }
    --terms[whole];
    const std::int64_t truth = figures_[whole].truth;
    if (sum == truth && covering) return add(terms, 0, 0);
    if (sum <= truth) return add(terms, -Relation::open, 0);
    if (covering) add(terms, 0, Relation::open);
    for (const std::size_t part : parts) add_at_most(part, whole);
}

void KnownRelations::add_at_most(std::size_t part, std::size_t whole) {
    if (part != whole) add({{whole, 1}, {part, -1}}, 0, Relation::open);
}

}  // namespace quarterdeck::audit
