#include "audit/findings.h"

#include <algorithm>

#include "audit/attack.h"

namespace quarterdeck::audit {
namespace {

constexpr std::size_t printed = static_cast<std::size_t>(-1);

/// The evidence as a system: hidden cells are its unknowns, printed ones are numbers.
class Question {
public:
    Question(const Evidence& evidence, Knowledge knowledge) : evidence_(evidence) {
        for (std::size_t cell = 0; cell < evidence.cells.size(); ++cell) {
            unknown_of_.push_back(evidence.cells[cell].hidden() ? cells_.size() : printed);
            if (!evidence.cells[cell].hidden()) continue;
            cells_.push_back(cell);
            system_.unknowns.push_back(evidence.cells[cell].range());
        }
        for (std::size_t fact = 0; fact < evidence.facts.size(); ++fact) {
            if (knowledge == Knowledge::sums && evidence.facts[fact].wider()) continue;
            for (const Relation& relation : evidence.facts[fact].relations) {
                system_.relations.push_back(between_unknowns(relation));
                facts_.push_back(fact);
            }
        }
    }

    const System& system() const { return system_; }
    const std::vector<std::size_t>& cells() const { return cells_; }
    std::size_t fact(std::size_t relation) const { return facts_[relation]; }

private:
    /// A printed FTE stands for all that is rounded to it.
    Relation between_unknowns(const Relation& relation) const {
        Relation rest{{}, relation.within};
        for (const Term& term : relation.terms) {
            if (unknown_of_[term.unknown] != printed) {
                rest.terms.push_back({unknown_of_[term.unknown], term.factor});
                continue;
            }
            const Range range = evidence_.cells[term.unknown].range();
            rest.within.low -= term.factor * (term.factor > 0 ? range.high : range.low);
            if (rest.within.high != Relation::open)
                rest.within.high -= term.factor * (term.factor > 0 ? range.low : range.high);
        }
        return rest;
    }

    const Evidence& evidence_;
    std::vector<std::size_t> unknown_of_;  ///< by cell
    std::vector<std::size_t> cells_;       ///< by unknown
    std::vector<std::size_t> facts_;       ///< by relation
    System system_;
};

/// Counts: ranges of values. FTE: nothing narrower than the printed places is found exactly.
Outcome outcome(const Cell& cell, Range range, int threshold) {
    if (cell.whole) {
        const Range marker = cell.printed.below > 0 ? cell.range() : Range{1, threshold - 1};
        if (range.single()) return Outcome::exact;
        return range.high - range.low < marker.high - marker.low ? Outcome::narrowed : Outcome::untouched;
    }
    std::int64_t last_place = Printed::unit;
    for (int i = 0; i < cell.places; ++i) last_place /= 10;
    if (range.high - range.low <= last_place) return Outcome::exact;
    const bool narrowed = cell.printed.below > 0 ? range != cell.range() : range.high - range.low < Printed::unit;
    return narrowed ? Outcome::narrowed : Outcome::untouched;
}

}  // namespace

Findings find(const Evidence& evidence, Knowledge knowledge, int threshold) {
    const Question question(evidence, knowledge);
    const Attack attacked = attack(question.system(), std::vector<char>(question.cells().size(), 1));
    Findings findings;
    for (const std::size_t relation : attacked.contradicting) {
        const std::size_t fact = question.fact(relation);
        if (findings.contradictory.empty() || findings.contradictory.back() != fact)
            findings.contradictory.push_back(fact);
    }
    for (std::size_t unknown = 0; unknown < question.cells().size(); ++unknown) {
        const Found& found = attacked.found[unknown];
        const std::size_t cell = question.cells()[unknown];
        CellFinding finding{
            cell, outcome(evidence.cells[cell], found.range, threshold), found.range, found.proved, found.pencil, {}};
        if (finding.outcome != Outcome::untouched)
            for (const Narrowing::Step& step : attacked.narrowing.reasons(unknown))
                finding.steps.push_back({question.cells()[step.unknown], question.fact(step.relation)});
        findings.cells.push_back(std::move(finding));
    }
    return findings;
}

Tally Findings::tally(const Evidence& evidence, bool whole, const std::string& table) const {
    Tally tally;
    for (const CellFinding& finding : cells) {
        const Cell& cell = evidence.cells[finding.cell];
        if (cell.whole != whole || (!table.empty() && cell.table != table)) continue;
        ++tally.suppressed;
        ++(finding.outcome == Outcome::exact      ? tally.exact
           : finding.outcome == Outcome::narrowed ? tally.narrowed
                                                  : tally.untouched);
    }
    return tally;
}

}  // namespace quarterdeck::audit
