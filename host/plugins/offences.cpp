#include "plugins/offences.h"

#include <algorithm>
#include <set>

#include "query/check.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

/// Collects offences at one place, which begins each sentence: "Metric staff: ".
class Place {
public:
    Place(std::string name, std::vector<Offence>& found) : name_(std::move(name)), found_(found) {}

    void offence(std::string_view check, const std::string& sentence) const {
        found_.push_back({check, name_ + sentence});
    }

    void identifier(const std::string& id, const std::string& whose) const {
        if (!is_identifier(id))
            offence("ids-are-well-formed",
                    "the id of " + whose + " is \"" + id.substr(0, 80) +
                        "\"; expected a lower-case letter, then up to 63 lower-case letters, digits and underscores.");
    }
    /// `missing`: the check that fails where neither language is there.
    void both(const Text& words, const std::string& what,
              std::string_view missing = "both-languages-are-present") const {
        if (words.en.empty() && words.cy.empty())
            offence(missing, what + " is missing.");
        else if (words.en.empty() || words.cy.empty())
            offence("both-languages-are-present",
                    what + " is missing in " + (words.en.empty() ? "English." : "Welsh."));
    }

private:
    std::string name_;
    std::vector<Offence>& found_;
};

void check_population(const Place& place, const Query& query) {
    constexpr std::string_view complete = "populations-are-complete";
    const Population& population = query.population;
    if (query.source != Source::staff && population == Population{}) return;
    place.identifier(population.id, "the population");
    if (population.version.empty()) place.offence(complete, "the population " + population.id + " has no version.");
    place.both(population.title, "the title of the population " + population.id, complete);
    place.both(population.definition, "the definition of the population " + population.id, complete);
}

void check_query(const Place& place, const Query& query) {
    check_population(place, query);
    for (const auto& label : query.labels) {
        place.identifier(label.id, "a label column");
        place.both(label.title, "the title of the label column " + label.id);
    }
    for (const auto& row : query.rows)
        for (const auto& label : row.labels) place.both(label, "a label of the row " + row.id);
    for (const auto& measure : query.measures) {
        place.identifier(measure.id, "a measure");
        place.both(measure.title, "the title of the measure " + measure.id);
    }
}

void check_words(const Place& place, const Metric& metric) {
    place.both(metric.title, "the title", "metrics-have-titles");
    place.both(metric.definition, "the definition", "metrics-have-definitions");
    place.both(metric.unit, "the unit", "metrics-have-units");
    for (const auto& note : metric.notes) place.both(note, "a note");
    for (const auto& tag : metric.tags) place.identifier(tag, "a tag");
    if (!metric.chart) return;
    place.both(metric.chart->title, "the title of the chart");
    place.both(metric.chart->description, "the description of the chart");
    if (metric.chart->series.empty()) place.offence("charts-draw-columns", "the chart draws no columns.");
}

void check_declared(const Place& place, const Metric& metric) {
    if (!metric.needs.empty())
        place.offence("metrics-are-declared-or-computed",
                      "it needs queries, but has no function that computes from them.");
    check_query(place, metric.query);
    for (const auto& formula : metric.formulas) {
        place.identifier(formula.id, "a formula");
        place.both(formula.title, "the title of the formula " + formula.id);
    }
    if (std::set<std::string>(metric.columns.begin(), metric.columns.end()).size() != metric.columns.size())
        place.offence("columns-are-named-once", "its order of columns names one twice.");
}

void check_metric(const Metric& metric, std::vector<Offence>& found) {
    const Place place("Metric " + metric.id + ": ", found);
    check_words(place, metric);
    if (metric.computed()) {
        if (!metric.formulas.empty())
            place.offence(
                "metrics-are-declared-or-computed",
                "it is computed and has formulas, which are for declared metrics. Compute their columns too.");
        for (const auto& query : metric.needs) check_query(place, query);
    } else {
        check_declared(place, metric);
    }
    try {
        query::check(metric);
    } catch (const Refusal& refusal) {
        found.push_back({"queries-can-be-answered", refusal.what()});
    }
}

void check_plan(const Programme& programme, std::vector<Offence>& found) {
    for (const auto& action : programme.actions) {
        const Place place("Entry " + action.id + " of the plan: ", found);
        if (action.id.empty()) Place("The plan: ", found).offence("plan-entries-are-complete", "an entry has no id.");
        place.both(action.title, "the title", "plan-entries-are-complete");
        for (const auto* words : {&action.theme, &action.measure})
            if (words->en.empty() != words->cy.empty())
                place.both(*words, words == &action.theme ? "the theme" : "the measure");
    }
}

}  // namespace

bool is_identifier(std::string_view id) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; };
    return !id.empty() && id.size() <= 64 && letter(id.front()) && std::all_of(id.begin(), id.end(), allowed);
}

std::vector<Offence> offences(const Programme& programme) {
    std::vector<Offence> found;
    const Place place("The programme: ", found);
    place.identifier(programme.id, "the programme");
    place.both(programme.title, "the title");
    if (programme.version.empty()) place.offence("version-is-stated", "its version is missing.");
    for (const auto& metric : programme.metrics) place.identifier(metric.id, "a metric");
    for (const auto& metric : programme.metrics) check_metric(metric, found);
    check_plan(programme, found);
    return found;
}

std::vector<Offence> offences(const Metric& metric, const Table& computed) {
    constexpr std::string_view check = "computed-tables-can-be-published";
    std::vector<Offence> found;
    const Place place("Metric " + metric.id + ": ", found);
    if (computed.columns.empty()) place.offence(check, "the computed table has no columns.");
    std::set<std::string_view> headings;
    for (const auto& label : computed.labels) {
        place.identifier(label.id, "a label column of the computed table");
        place.both(label.title, "the title of the label column " + label.id, check);
        headings.insert(label.id);
    }
    for (const auto& column : computed.columns) {
        place.identifier(column.id, "a column of the computed table");
        place.both(column.title, "the title of the column " + column.id, check);
        if (!headings.insert(column.id).second)
            place.offence(check, "the computed table has the column " + column.id + " twice.");
    }
    for (std::size_t i = 0; i < computed.columns.size(); ++i)
        if (std::any_of(computed.rows.begin(), computed.rows.end(), [&](const TableRow& row) {
                const auto* decimal = std::get_if<Decimal>(&row.figures.at(i));
                return decimal != nullptr && decimal->places > computed.columns[i].places;
            }))
            place.offence(check, "the computed table's column " + computed.columns[i].id +
                                     " has a figure with more decimal places than it shows.");
    if (!metric.chart) return found;
    for (const auto& series : metric.chart->series)
        if (std::none_of(computed.columns.begin(), computed.columns.end(),
                         [&](const Column& column) { return column.id == series; }))
            place.offence(check, "the chart names " + series + ", which isn't a column of the computed table.");
    return found;
}

}  // namespace quarterdeck::plugins
