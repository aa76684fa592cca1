#include "cli/explanation_text.h"

#include <fmt/format.h>

#include <cstdlib>

#include "cli/findings_text.h"
#include "cli/rule_text.h"
#include "cli/summary.h"
#include "disclosure/policy.h"
#include "record_check/rules.h"
#include "validate/message.h"

namespace quarterdeck::cli {
namespace {

using explain::CountedFigure;
using explain::Explanation;

constexpr std::size_t places_told = 3;

/// All decimals that aren't zeros at the end.
std::string exact_text(const Figure& figure) {
    std::string text = plain_text(figure);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string fte_text(std::int64_t fte) {
    return exact_text(Decimal{fte, 5});
}

std::string row_text(const Explanation& explanation) {
    std::string text;
    for (const Text& label : explanation.row.labels)
        if (!label.en.empty()) text += (text.empty() ? "" : ", ") + label.en;
    return text.empty() ? "all" : text;
}

std::string_view count_text(Count count) {
    switch (count) {
        case Count::headcount: return "distinct people: somebody with several of the posts counts once";
        case Count::role_count: return "assignments";
        case Count::fte: return "contracted full-time equivalents, summed over assignments";
        case Count::value: return "the sum of the source's own values";
    }
    return "";
}

std::string rounding_text(const Measure& measure) {
    switch (measure.count) {
        case Count::fte: return "exact to five decimals; tables show two, rounded half away from zero";
        case Count::value: return "none; tables show two decimals where the source has any";
        default: return "none: a whole number";
    }
}

std::string places_text(const validate::Finding& finding, std::string_view indent) {
    std::string text;
    for (std::size_t i = 0; i < finding.places.size() && i < places_told; ++i)
        text += fmt::format("{}{}{}{}\n", indent, validate::place_text(finding.places[i]),
                            finding.places[i].column.empty() ? "" : ", ", finding.places[i].column);
    const std::size_t shown = std::min(finding.places.size(), places_told);
    if (finding.count > shown) text += fmt::format("{}and {} more\n", indent, grouped(finding.count - shown));
    return text;
}

std::string rule_of(const Explanation& explanation) {
    const explain::Found& table = explanation.table;
    std::string text = fmt::format("Rule\n  {}\n", table.metric->definition.en);
    if (!table.query.population.id.empty())
        text += fmt::format("  Population {} {}: {}\n", table.query.population.id, table.query.population.version,
                            table.query.population.definition.en);
    if (explanation.row.total && table.query.by.empty())
        text += "  The row is a total: counted afresh over the records of the other rows, never added up.\n";
    if (table.formula)
        text += fmt::format("  Column {}; rounded once, half away from zero.\n", formula_text(*table.formula));
    return text;
}

std::string movement_text(const CountedFigure& counted) {
    if (counted.measure.movement == Movement::none) return {};
    return fmt::format("    Of these, or of those in post at the other date, the column shows who moved: {}.\n",
                       measure_text(counted.measure));
}

/// One line a filter: what it is, what it leaves, what it leaves out.
std::string_view all_of(Source source) {
    switch (source) {
        case Source::staff: return "rows counted at this date";
        case Source::establishment: return "rows of funded posts at this date";
        case Source::training:
        case Source::published: return "rows of the series";
    }
    return "";
}

std::string steps_of(const CountedFigure& counted, Source source) {
    std::string text;
    for (std::size_t i = 0; i < counted.left.size(); ++i) {
        const explain::Left& left = counted.left[i];
        text += fmt::format("  {:>10}", grouped(static_cast<std::uint64_t>(left.rows)));
        if (i == 0) {
            text += fmt::format("{:>12}  {}\n", "", all_of(source));
            continue;
        }
        text +=
            fmt::format("{:>12}  {}: {}\n", grouped(static_cast<std::uint64_t>(counted.left[i - 1].rows - left.rows)),
                        explain::part_text(counted.filters[i - 1].part), rule_text(counted.filters[i - 1].rule));
    }
    return text;
}

std::string left_out_text(const explain::RowsBehind& rows) {
    std::string text;
    for (const explain::LeftOut& left_out : rows.left_out) {
        text += fmt::format("  {:>10}{:>12}  {} [{}]\n", "", grouped(left_out.rows), left_out.what, left_out.rule);
        if (left_out.would_count.count == 0) continue;
        text += fmt::format("{:>26}{} of these fit all filters below\n", "", grouped(left_out.would_count.count));
        text += places_text(left_out.would_count, std::string(28, ' '));
    }
    return text;
}

std::string findings_text(const explain::RowsBehind& rows) {
    if (rows.findings.empty()) return "  No finding touches these rows.\n";
    std::string text = "  Findings that touch these rows:\n";
    for (const validate::Finding& finding : rows.findings) {
        text += fmt::format("    {}: {} [{}]\n", counted(finding.count, "row"), finding.what, finding.rule);
        text += places_text(finding, "        ") + fmt::format("        {}\n", finding.mend);
    }
    return text;
}

std::string counted_text(const Explanation& explanation, const CountedFigure& counted) {
    const bool staff = explanation.table.query.source == Source::staff;
    std::string text =
        fmt::format("\n{} at {}: {}\n", counted.measure.title.en, counted.date.iso(), exact_text(counted.figure));
    text +=
        fmt::format("  Counts {}. Rounding: {}.\n", count_text(counted.measure.count), rounding_text(counted.measure));
    text += fmt::format("  {:>10}{:>12}\n", "rows", "left out");
    if (staff) {
        text += fmt::format("  {:>10}{:>12}  rows read at this date\n", grouped(counted.rows.read), "");
        text += left_out_text(counted.rows);
    }
    text += steps_of(counted, explanation.table.query.source);
    if (!staff) return text;
    const explain::Left& left = counted.left.back();
    text += fmt::format("  These are {} with {} FTE.\n",
                        left.people == 1 ? "1 person" : grouped(static_cast<std::uint64_t>(left.people)) + " people",
                        fte_text(left.fte));
    if (counted.small)
        text += fmt::format("  Fewer than {}: a release shows [c] here.\n", disclosure::Policy().threshold);
    return text + movement_text(counted) + findings_text(counted.rows);
}

Json finding_json(const validate::Finding& finding) {
    Json places = Json::array();
    for (const validate::Place& place : finding.places) places.push_back(place_json(place));
    return {{"rule", finding.rule},  {"severity", validate::severity_text(record_check::severity_of(finding))},
            {"what", finding.what},  {"mend", finding.mend},
            {"rows", finding.count}, {"places", places}};
}

Json steps_json(const CountedFigure& counted) {
    Json steps = Json::array();
    for (std::size_t i = 0; i < counted.left.size(); ++i) {
        const explain::Left& left = counted.left[i];
        steps.push_back({{"of", i == 0 ? "counted" : explain::part_text(counted.filters[i - 1].part)},
                         {"filter", i == 0 ? std::string() : rule_text(counted.filters[i - 1].rule)},
                         {"rows", left.rows},
                         {"left_out", i == 0 ? 0 : counted.left[i - 1].rows - left.rows},
                         {"people", left.people},
                         {"fte", fte_text(left.fte)}});
    }
    return steps;
}

Json counted_json(const CountedFigure& counted) {
    Json left_out = Json::array();
    for (const explain::LeftOut& left : counted.rows.left_out)
        left_out.push_back({{"rule", left.rule},
                            {"what", left.what},
                            {"rows", left.rows},
                            {"would_count", finding_json(left.would_count)}});
    Json findings = Json::array();
    for (const validate::Finding& finding : counted.rows.findings) findings.push_back(finding_json(finding));
    return {{"measure", counted.measure.id},
            {"counts", count_text(counted.measure.count)},
            {"rounding", rounding_text(counted.measure)},
            {"date", counted.date.iso()},
            {"figure", exact_text(counted.figure)},
            {"below_threshold", counted.small},
            {"rows_read", counted.rows.read},
            {"left_out_by_reading", left_out},
            {"filters", steps_json(counted)},
            {"findings", findings}};
}

}  // namespace

std::string explanation_text(const Explanation& explanation) {
    const explain::Found& table = explanation.table;
    std::string text =
        fmt::format("{}: {}, {}\n", table.id, row_text(explanation),
                    table.formula ? table.formula->title.en : explanation.counted.front().measure.title.en);
    text += "These are unprotected figures, not for publication: for the analyst's own eyes.\n\n";
    text += rule_of(explanation);
    for (const CountedFigure& counted : explanation.counted) text += counted_text(explanation, counted);
    if (table.formula) text += fmt::format("\n{}: {}\n", table.formula->title.en, exact_text(explanation.figure));
    return text;
}

Json explanation_json(const Explanation& explanation) {
    const explain::Found& table = explanation.table;
    Json labels = Json::object();
    for (std::size_t i = 0; i < explanation.labels.size(); ++i)
        labels[explanation.labels[i].id] = explanation.row.labels[i].en;
    Json counted = Json::array();
    for (const CountedFigure& figure : explanation.counted) counted.push_back(counted_json(figure));
    return {{"protected", false},
            {"table", table.id},
            {"title", table.metric->title.en},
            {"definition", table.metric->definition.en},
            {"population",
             {{"id", table.query.population.id},
              {"version", table.query.population.version},
              {"rule", rule_text(table.query.population.rule)}}},
            {"row", {{"id", explanation.row.id}, {"labels", labels}, {"total", explanation.row.total}}},
            {"column", table.formula ? table.formula->id : explanation.counted.front().measure.id},
            {"formula", table.formula ? Json(formula_text(*table.formula)) : Json()},
            {"figure", exact_text(explanation.figure)},
            {"counted", counted}};
}

}  // namespace quarterdeck::cli
