#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/narrowing.h"
#include "published_check/checks.h"
#include "query/exact.h"

namespace quarterdeck::published_check {
namespace {

using audit::Cell;
using audit::Evidence;
using audit::Fact;
using audit::Range;

bool means_anything(const audit::Structure& structure) {
    return !structure.sums.empty() || !structure.within.empty() || !structure.ratios.empty();
}

/// What the terms of a relation can add up to.
Range sum_of(const audit::Relation& relation, const std::vector<Range>& cells) {
    Range sum{0, 0};
    for (const audit::Term& term : relation.terms) {
        const Range& cell = cells[term.unknown];
        sum.low += term.factor * (term.factor > 0 ? cell.low : cell.high);
        sum.high += term.factor * (term.factor > 0 ? cell.high : cell.low);
    }
    return sum;
}

bool can_hold(const Fact& fact, const std::vector<Range>& cells) {
    return std::all_of(fact.relations.begin(), fact.relations.end(), [&](const audit::Relation& relation) {
        const Range sum = sum_of(relation, cells);
        return sum.high >= relation.within.low && sum.low <= relation.within.high;
    });
}

std::int64_t in_units(const Cell& cell, std::int64_t value) {
    return cell.whole ? value * audit::Printed::unit : value;
}

std::string shown(const Cell& cell, const Range& range) {
    return range_text({in_units(cell, range.low), in_units(cell, range.high)});
}

/// "male 67", or "male <5 (1 to 4)" where the value is hidden.
std::string beside(const Cell& cell, const Range& range) {
    const std::string text = fmt::format("{} {}", cell.column, cell.text);
    return cell.hidden() ? fmt::format("{} ({})", text, shown(cell, range)) : text;
}

/// What the cells of a printed sum say, whose ranges need not be the printed ones.
class Proof {
public:
    Proof(const Evidence& evidence, const std::vector<Range>& ranges) : evidence_(evidence), ranges_(ranges) {}

    std::string of(const Fact& fact) const {
        const Cell& whole = evidence_.cells[fact.whole];
        const Cell& part = evidence_.cells[fact.parts.front()];
        switch (fact.kind) {
            case Fact::Kind::columns: {
                std::vector<std::string> parts;
                for (const std::size_t cell : fact.parts) parts.push_back(beside(evidence_.cells[cell], ranges_[cell]));
                return fmt::format("{} make {}, not {}", listed(parts), made(fact), beside(whole, ranges_[fact.whole]));
            }
            case Fact::Kind::rows: return rows(fact, whole);
            case Fact::Kind::twice:
                return fmt::format("{} stands in {}, line {} as {}", beside(whole, ranges_[fact.whole]), part.file,
                                   part.line, part.text);
            case Fact::Kind::within:
                return fmt::format("{} is more than {}", beside(part, ranges_[fact.parts.front()]),
                                   beside(whole, ranges_[fact.whole]));
            case Fact::Kind::ratio: return ratio(fact, part, whole);
        }
        return {};
    }

private:
    std::string made(const Fact& fact) const {
        Range sum{0, 0};
        for (const std::size_t cell : fact.parts) {
            sum.low += in_units(evidence_.cells[cell], ranges_[cell].low);
            sum.high += in_units(evidence_.cells[cell], ranges_[cell].high);
        }
        return range_text(sum);
    }

    std::string rows(const Fact& fact, const Cell& whole) const {
        const auto hidden = std::count_if(fact.parts.begin(), fact.parts.end(),
                                          [&](std::size_t cell) { return evidence_.cells[cell].hidden(); });
        return fmt::format("the total of {} is {}, but its {} rows make {}{}", whole.column, whole.text,
                           fact.parts.size(), made(fact),
                           hidden == 0 ? ""
                                       : fmt::format(", whatever the {} suppressed {} of them {}", hidden,
                                                     hidden == 1 ? "one" : "ones", hidden == 1 ? "is" : "are"));
    }

    /// The ratio worked out to one more place than printed.
    std::string ratio(const Fact& fact, const Cell& part, const Cell& whole) const {
        const bool percent = fact.ratio.find("percent") != std::string::npos;
        const std::string printed = fact.ratio.substr(fact.ratio.rfind(' ') + 1);
        const std::size_t point = printed.find('.');
        const int places = point == std::string::npos ? 1 : static_cast<int>(printed.size() - point);
        const auto worked_out = [&](std::int64_t of, std::int64_t over) -> std::string {
            const auto decimal =
                query::rounded_ratio((percent ? 100 : 1) * in_units(part, of), in_units(whole, over), places);
            if (!decimal) return "nothing";
            std::int64_t value = decimal->units;
            for (int i = decimal->places; i < 5; ++i) value *= 10;
            return number_text(value);
        };
        const Range of = ranges_[fact.parts.front()];
        const Range over = ranges_[fact.whole];
        const std::string low = worked_out(of.low, over.high);
        const std::string high = worked_out(of.high, over.low);
        return fmt::format("{} is printed, but {} of {} is {}{}", fact.ratio, beside(part, of), beside(whole, over),
                           low == high ? low : low + " to " + high, percent ? " per cent" : "");
    }

    const Evidence& evidence_;
    const std::vector<Range>& ranges_;
};

Rule rule_of(Fact::Kind kind) {
    switch (kind) {
        case Fact::Kind::columns: return Rule::columns_dont_add_up;
        case Fact::Kind::rows: return Rule::rows_dont_add_up;
        case Fact::Kind::twice: return Rule::two_figures_for_one;
        case Fact::Kind::within: return Rule::part_over_whole;
        case Fact::Kind::ratio: break;
    }
    return Rule::ratio_doesnt_follow;
}

/// The cell that a finding stands at: the part that is too large, the ratio's own column, else the whole.
validate::Place place_of(const Evidence& evidence, const Fact& fact) {
    const Cell& cell = evidence.cells[fact.kind == Fact::Kind::within ? fact.parts.front() : fact.whole];
    validate::Place place{cell.file, cell.line, cell.column};
    if (fact.kind == Fact::Kind::ratio) place.column = fact.ratio.substr(0, fact.ratio.rfind(' '));
    return place;
}

std::string about_of(const Cell& cell) {
    return cell.table + ", " + cell.row;
}

/// What holds alone, but not together with the rest: found by narrowing every cell as far as it goes.
void check_together(const Evidence& evidence, const std::set<std::size_t>& doubtful, Findings& findings) {
    audit::System system;
    for (const Cell& cell : evidence.cells) system.unknowns.push_back(cell.range());
    std::vector<std::size_t> facts;
    for (std::size_t i = 0; i < evidence.facts.size(); ++i) {
        const Fact& fact = evidence.facts[i];
        const auto doubted = [&](std::size_t cell) { return doubtful.contains(cell); };
        if (doubted(fact.whole) || std::any_of(fact.parts.begin(), fact.parts.end(), doubted)) continue;
        for (const audit::Relation& relation : fact.relations) {
            system.relations.push_back(relation);
            facts.push_back(i);
        }
    }
    audit::Narrowing narrowing(system);
    for (std::size_t relation = 0; relation < facts.size(); ++relation) {
        const std::size_t before = narrowing.steps().size();
        if (narrowing.use(relation)) continue;
        narrowing.undo(before);
        narrowing.drop(relation);
        const Fact& fact = evidence.facts[facts[relation]];
        findings.push_back({Rule::figures_contradict, place_of(evidence, fact), about_of(evidence.cells[fact.whole]),
                            fmt::format("with what the other figures leave of the suppressed ones, this can't be: {}",
                                        Proof(evidence, narrowing.ranges()).of(fact))});
    }
}

}  // namespace

void check_staff_tables(const std::vector<Table>& tables, Findings& findings) {
    std::vector<audit::PublishedFile> files;
    for (const Table& table : tables)
        if (means_anything(table.file().structure)) files.push_back(table.file());
    const Evidence evidence = audit::gather(files);
    std::vector<Range> ranges;
    for (const Cell& cell : evidence.cells) ranges.push_back(cell.range());
    std::set<std::size_t> doubtful;
    for (const Fact& fact : evidence.facts) {
        if (can_hold(fact, ranges)) continue;
        doubtful.insert(fact.whole);
        doubtful.insert(fact.parts.begin(), fact.parts.end());
        findings.push_back({rule_of(fact.kind), place_of(evidence, fact), about_of(evidence.cells[fact.whole]),
                            Proof(evidence, ranges).of(fact)});
    }
    check_together(evidence, doubtful, findings);
}

}  // namespace quarterdeck::published_check
