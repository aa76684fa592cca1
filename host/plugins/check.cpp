#include "plugins/check.h"

#include <algorithm>
#include <set>
#include <string>

#include "query/check.h"
#include "refusal.h"

namespace quarterdeck::plugins {

namespace {

/// What is looked at, for sentences: "Metric staff: ".
struct Place {
    std::string text;

    [[noreturn]] void refuse(const std::string& sentence) const { throw Refusal(text + sentence); }

    void identifier(const std::string& id, const std::string& whose) const {
        if (!is_identifier(id))
            refuse("the id of " + whose + " is \"" + id.substr(0, 80) +
                   "\"; expected a lower-case letter, then up to 63 lower-case letters, digits and underscores.");
    }
    void both(const Text& words, const std::string& what) const {
        if (words.en.empty() && words.cy.empty()) refuse(what + " is missing.");
        if (words.en.empty() || words.cy.empty())
            refuse(what + " is missing in " + (words.en.empty() ? "English." : "Welsh."));
    }
};

void check_population(const Place& place, const Query& query) {
    const Population& population = query.population;
    if (query.source != Source::staff && population == Population{}) return;
    place.identifier(population.id, "the population");
    if (population.version.empty()) place.refuse("the population " + population.id + " has no version.");
    place.both(population.title, "the title of the population " + population.id);
    place.both(population.definition, "the definition of the population " + population.id);
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
    place.both(metric.title, "the title");
    place.both(metric.definition, "the definition");
    place.both(metric.unit, "the unit");
    for (const auto& note : metric.notes) place.both(note, "a note");
    for (const auto& tag : metric.tags) place.identifier(tag, "a tag");
    if (!metric.chart) return;
    place.both(metric.chart->title, "the title of the chart");
    place.both(metric.chart->description, "the description of the chart");
    if (metric.chart->series.empty()) place.refuse("the chart draws no columns.");
}

void check_metric(const Metric& metric) {
    const Place place{"Metric " + metric.id + ": "};
    check_words(place, metric);
    if (metric.computed()) {
        if (!metric.formulas.empty())
            place.refuse("it is computed and has formulas, which are for declared metrics. Compute their columns too.");
        for (const auto& query : metric.needs) check_query(place, query);
    } else {
        if (!metric.needs.empty()) place.refuse("it needs queries, but has no function that computes from them.");
        check_query(place, metric.query);
        for (const auto& formula : metric.formulas) {
            place.identifier(formula.id, "a formula");
            place.both(formula.title, "the title of the formula " + formula.id);
        }
        if (std::set<std::string>(metric.columns.begin(), metric.columns.end()).size() != metric.columns.size())
            place.refuse("its order of columns names one twice.");
    }
    query::check(metric);
}

void check_plan(const Programme& programme) {
    for (const auto& action : programme.actions) {
        const Place place{"Entry " + action.id + " of the plan: "};
        if (action.id.empty()) Place{"The plan: "}.refuse("an entry has no id.");
        place.both(action.title, "the title");
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

void check(const Programme& programme) {
    const Place place{"The programme: "};
    place.identifier(programme.id, "the programme");
    place.both(programme.title, "the title");
    if (programme.version.empty()) place.refuse("its version is missing.");
    for (const auto& metric : programme.metrics) place.identifier(metric.id, "a metric");
    for (const auto& metric : programme.metrics) check_metric(metric);
    check_plan(programme);
}

void check(const Metric& metric, const Table& computed) {
    const Place place{"Metric " + metric.id + ": "};
    if (computed.columns.empty()) place.refuse("the computed table has no columns.");
    std::set<std::string_view> headings;
    for (const auto& label : computed.labels) {
        place.identifier(label.id, "a label column of the computed table");
        place.both(label.title, "the title of the label column " + label.id);
        headings.insert(label.id);
    }
    for (const auto& column : computed.columns) {
        place.identifier(column.id, "a column of the computed table");
        place.both(column.title, "the title of the column " + column.id);
        if (!headings.insert(column.id).second)
            place.refuse("the computed table has the column " + column.id + " twice.");
    }
    for (const auto& row : computed.rows)
        for (std::size_t i = 0; i < row.figures.size(); ++i)
            if (const auto* decimal = std::get_if<Decimal>(&row.figures[i]);
                decimal != nullptr && decimal->places > computed.columns[i].places)
                place.refuse("the computed table's column " + computed.columns[i].id +
                             " has a figure with more decimal places than it shows.");
    if (!metric.chart) return;
    for (const auto& series : metric.chart->series)
        if (std::none_of(computed.columns.begin(), computed.columns.end(),
                         [&](const Column& column) { return column.id == series; }))
            place.refuse("the chart names " + series + ", which isn't a column of the computed table.");
}

}  // namespace quarterdeck::plugins
