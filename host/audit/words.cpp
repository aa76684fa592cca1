#include "audit/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "audit/printed.h"

namespace quarterdeck::audit {
namespace {

using nlohmann::ordered_json;

const char* outcome_text(Outcome outcome) {
    switch (outcome) {
        case Outcome::untouched: return "untouched";
        case Outcome::narrowed: return "narrowed";
        case Outcome::exact: return "exact";
    }
    return "untouched";
}

/// A cell as it is called beside others of its row or column, with what is printed in it.
std::string beside(const Cell& cell, Fact::Kind kind) {
    const std::string& called = kind == Fact::Kind::rows ? cell.row : cell.column;
    return cell.hidden() ? called : fmt::format("{} {}", called, cell.text);
}

std::string listed(const Evidence& evidence, const std::vector<std::size_t>& cells, Fact::Kind kind) {
    constexpr std::size_t most = 3;
    if (cells.size() > most) return fmt::format("the {} other rows", cells.size());
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : i + 1 == cells.size() ? " and " : ", ") + beside(evidence.cells[cells[i]], kind);
    return text;
}

/// The arithmetic by which a fact says something of a cell.
std::string arithmetic(const Evidence& evidence, const Fact& fact, std::size_t cell) {
    std::vector<std::size_t> others = fact.parts;
    std::erase(others, cell);
    const std::string whole = beside(evidence.cells[fact.whole], fact.kind);
    const bool is_whole = cell == fact.whole;
    switch (fact.kind) {
        case Fact::Kind::columns:
        case Fact::Kind::rows:
            if (is_whole) return listed(evidence, others, fact.kind) + (others.size() > 1 ? " together" : "");
            return others.empty() ? whole : whole + " less " + listed(evidence, others, fact.kind);
        case Fact::Kind::twice: return "the same figure in another file";
        case Fact::Kind::within:
            return is_whole ? "not less than " + listed(evidence, others, fact.kind) : "not more than " + whole;
        case Fact::Kind::ratio:
            return fact.ratio + (is_whole ? " with " + listed(evidence, others, fact.kind) : " of " + whole);
    }
    return {};
}

std::string steps_text(const Evidence& evidence, const CellFinding& finding) {
    constexpr std::size_t most = 5;
    const std::size_t count = finding.steps.size();
    std::string text;
    if (count > most) text = fmt::format("after {} other steps ", count - most);
    for (std::size_t i = count > most ? count - most : 0; i < count; ++i) {
        const CellFinding::Step& step = finding.steps[i];
        if (step.cell != finding.cell) {
            const Cell& other = evidence.cells[step.cell];
            text += fmt::format("{} ({}) from ", other.column, other.row);
        }
        text += arithmetic(evidence, evidence.facts[step.fact], step.cell) + (i + 1 < count ? "; then " : "");
    }
    if (!finding.pencil) text += (text.empty() ? "" : "; ") + std::string("and by trying what is possible elsewhere");
    if (!finding.proved) text += "; there may be more to find, since the search was given up";
    return text;
}

std::string number_text(const Cell& cell, std::int64_t value) {
    if (cell.whole) return std::to_string(value);
    return fmt::format("{}.{:05}", value / Printed::unit, value % Printed::unit);
}

std::string range_text(const Cell& cell, Range range) {
    return range.single() ? number_text(cell, range.low)
                          : fmt::format("{} to {}", number_text(cell, range.low), number_text(cell, range.high));
}

/// What the wider attack found where it found more, else what sums alone give.
std::vector<std::pair<const CellFinding*, bool>> best(const Audit& audit) {
    std::vector<std::pair<const CellFinding*, bool>> all;
    for (std::size_t i = 0; i < audit.wider.cells.size(); ++i) {
        const bool wider = audit.wider.cells[i].range != audit.sums.cells[i].range;
        all.emplace_back(wider ? &audit.wider.cells[i] : &audit.sums.cells[i], wider);
    }
    return all;
}

std::string counts_table(const Audit& audit, const Findings& findings, const std::string& title) {
    std::string text =
        fmt::format("\n{:<44}{:>10}{:>10}{:>10}{:>10}\n", title, "suppressed", "exact", "narrowed", "untouched");
    const auto line = [&](const std::string& shown, bool whole, const std::string& table) {
        const Tally tally = findings.tally(audit.evidence, whole, table);
        if (tally.suppressed > 0)
            text += fmt::format("  {:<42.42}{:>10}{:>10}{:>10}{:>10}\n", shown, tally.suppressed, tally.exact,
                                tally.narrowed, tally.untouched);
    };
    for (const std::string& table : audit.evidence.tables) line(table, true, table);
    line("All counts", true, {});
    line("All FTE", false, {});
    return text;
}

std::string cells_text(const Audit& audit, bool show_values) {
    std::string text;
    std::string table;
    for (const auto& [finding, wider] : best(audit)) {
        if (finding->outcome == Outcome::untouched) continue;
        const Cell& cell = audit.evidence.cells[finding->cell];
        if (cell.table != table) text += fmt::format("\n{}\n", cell.table);
        table = cell.table;
        text += fmt::format("  {}, {}: {}{}{}: {}.\n", cell.row, cell.column, outcome_text(finding->outcome),
                            show_values ? ", " + range_text(cell, finding->range) : "",
                            wider ? ", with wider facts" : "", steps_text(audit.evidence, *finding));
    }
    return text;
}

ordered_json tally_json(const Tally& tally) {
    return {{"suppressed", tally.suppressed},
            {"exact", tally.exact},
            {"narrowed", tally.narrowed},
            {"untouched", tally.untouched}};
}

ordered_json tallies_json(const Audit& audit, const std::string& table) {
    const auto both = [&](bool whole) -> ordered_json {
        return {{"sums", tally_json(audit.sums.tally(audit.evidence, whole, table))},
                {"wider", tally_json(audit.wider.tally(audit.evidence, whole, table))}};
    };
    return {{"counts", both(true)}, {"fte", both(false)}};
}

/// How many values a reader must choose from; null where they are too many to tell, or no counts.
ordered_json possible(const Cell& cell, Range range) {
    constexpr std::int64_t many = 1000;
    if (!cell.whole || range.high - range.low >= many) return nullptr;
    return range.high - range.low + 1;
}

ordered_json cell_json(const Audit& audit, const CellFinding& finding, bool wider, bool show_values) {
    const Cell& cell = audit.evidence.cells[finding.cell];
    ordered_json json{{"table", cell.table},
                      {"row", cell.row},
                      {"column", cell.column},
                      {"outcome", outcome_text(finding.outcome)},
                      {"from", wider ? "wider" : "sums"},
                      {"proved", finding.proved},
                      {"possible", possible(cell, finding.range)},
                      {"arithmetic", finding.outcome == Outcome::untouched ? "" : steps_text(audit.evidence, finding)}};
    if (show_values) json["range"] = range_text(cell, finding.range);
    return json;
}

}  // namespace

Audit audit(const std::vector<PublishedFile>& files, int threshold) {
    Audit audit{gather(files), {}, {}};
    audit.sums = find(audit.evidence, Knowledge::sums, threshold);
    audit.wider = find(audit.evidence, Knowledge::wider, threshold);
    return audit;
}

std::string name(const Cell& cell) {
    return fmt::format("{}, {}, {}", cell.table, cell.row, cell.column);
}

std::string fact_text(const Evidence& evidence, const Fact& fact) {
    const Cell& whole = evidence.cells[fact.whole];
    const std::string at = fact.kind == Fact::Kind::rows ? fmt::format("{}, {}", whole.table, whole.column)
                                                         : fmt::format("{}, {}", whole.table, whole.row);
    const std::string shown = beside(whole, fact.kind);
    const std::string parts = listed(evidence, fact.parts, fact.kind);
    switch (fact.kind) {
        case Fact::Kind::columns:
        case Fact::Kind::rows: return fmt::format("{}: {} isn't the sum of {}", at, shown, parts);
        case Fact::Kind::twice: return fmt::format("{}: {} stands elsewhere as {}", at, shown, parts);
        case Fact::Kind::within: return fmt::format("{}: {} is more than {}", at, parts, shown);
        case Fact::Kind::ratio: return fmt::format("{}: {} doesn't fit {} of {}", at, fact.ratio, parts, shown);
    }
    return {};
}

std::string audit_text(const Audit& audit, bool show_values) {
    std::string text = counts_table(audit, audit.sums, "From what adds up");
    text += counts_table(audit, audit.wider, "With parts, FTE and percentages");
    text += cells_text(audit, show_values);
    if (!audit.wider.contradictory.empty()) text += "\nContradictory, and not used:\n";
    for (const std::size_t fact : audit.wider.contradictory)
        text += fmt::format("  {}.\n", fact_text(audit.evidence, audit.evidence.facts[fact]));
    if (!audit.evidence.notes.empty()) text += "\n";
    for (const std::string& note : audit.evidence.notes) text += note + "\n";
    return text;
}

ordered_json audit_json(const Audit& audit, bool show_values) {
    ordered_json tables = ordered_json::array();
    for (const std::string& table : audit.evidence.tables) {
        ordered_json json = tallies_json(audit, table);
        json["table"] = table;
        tables.push_back(std::move(json));
    }
    ordered_json cells = ordered_json::array();
    for (const auto& [finding, wider] : best(audit)) cells.push_back(cell_json(audit, *finding, wider, show_values));
    ordered_json contradictory = ordered_json::array();
    for (const std::size_t fact : audit.wider.contradictory)
        contradictory.push_back(fact_text(audit.evidence, audit.evidence.facts[fact]));
    return {{"tables", tables},
            {"all", tallies_json(audit, {})},
            {"cells", cells},
            {"contradictory", contradictory},
            {"notes", audit.evidence.notes}};
}

}  // namespace quarterdeck::audit
