#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "plugins/validator/subject.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

/// The first of the offences that the host refuses a programme for, of this check; and how many more there are.
Found refused(Subject& subject, std::string_view name) {
    const std::vector<Offence>& all = subject.programme_offences();
    const auto of_check = [&](const Offence& offence) { return offence.check == name; };
    const auto first = std::find_if(all.begin(), all.end(), of_check);
    if (first == all.end()) return std::nullopt;
    const auto count = std::count_if(all.begin(), all.end(), of_check);
    return count == 1 ? first->what : first->what + " And " + std::to_string(count - 1) + " more like it.";
}

using LookAt = std::function<void(const Text&, const std::string& place)>;

void each_query(const Metric& metric, const std::function<void(const Query&)>& look) {
    if (!metric.computed()) look(metric.query);
    for (const Query& query : metric.needs) look(query);
}

void texts_of_query(const Query& query, const std::string& place, const LookAt& look) {
    look(query.population.title, place + "the title of the population");
    look(query.population.definition, place + "the definition of the population");
    for (const Label& label : query.labels) look(label.title, place + "the label column " + label.id);
    for (const Row& row : query.rows)
        for (const Text& label : row.labels) look(label, place + "a label of the row " + row.id);
    for (const Measure& measure : query.measures) look(measure.title, place + "the measure " + measure.id);
}

/// Every text of a programme that readers see.
void each_text(const Programme& programme, const LookAt& look) {
    look(programme.title, "The programme: the title");
    for (const Metric& metric : programme.metrics) {
        const std::string place = "Metric " + metric.id + ": ";
        look(metric.title, place + "the title");
        look(metric.definition, place + "the definition");
        look(metric.unit, place + "the unit");
        for (const Text& note : metric.notes) look(note, place + "a note");
        for (const Formula& formula : metric.formulas) look(formula.title, place + "the formula " + formula.id);
        if (metric.chart) look(metric.chart->description, place + "the description of the chart");
        each_query(metric, [&](const Query& query) { texts_of_query(query, place, look); });
    }
    for (const Action& action : programme.actions) {
        const std::string place = "Entry " + action.id + " of the plan: ";
        look(action.title, place + "the title");
        look(action.theme, place + "the theme");
        look(action.measure, place + "the measure");
    }
}

/// The first text that is wrong in either language.
Found first_text(const Programme& programme, const std::function<bool(const std::string&)>& wrong,
                 const std::string& sentence) {
    Found found;
    each_text(programme, [&](const Text& text, const std::string& place) {
        if (!found && (wrong(text.en) || wrong(text.cy))) found = place + sentence;
    });
    return found;
}

Found supplies_something(Subject& subject, std::string_view /*name*/) {
    if (!subject.programme().metrics.empty() || !subject.programme().actions.empty()) return std::nullopt;
    return "The programme has neither metrics nor actions.";
}

Found translated(Subject& subject, std::string_view /*name*/) {
    constexpr std::size_t proper_name = 40;  // bytes: names may be the same in both languages
    Found found;
    each_text(subject.programme(), [&](const Text& text, const std::string& place) {
        if (!found && text.en == text.cy && text.en.size() > proper_name)
            found = place + " is the same in English and Welsh.";
    });
    return found;
}

Found plain(Subject& subject, std::string_view /*name*/) {
    const auto has_markup = [](const std::string& text) {
        for (std::size_t at = text.find_first_of("<&"); at != std::string::npos;
             at = text.find_first_of("<&", at + 1)) {
            const std::string_view rest = std::string_view(text).substr(at + 1);
            const bool tag = text[at] == '<' && !rest.empty() &&
                             (std::isalpha(static_cast<unsigned char>(rest[0])) || rest[0] == '/' || rest[0] == '!');
            const bool entity = text[at] == '&' && (rest.starts_with("#") || rest.substr(0, 8).find(';') != rest.npos);
            if (tag || entity) return true;
        }
        return false;
    };
    return first_text(subject.programme(), has_markup, " has markup in it, which readers would see as it stands.");
}

Found trimmed(Subject& subject, std::string_view /*name*/) {
    const auto has_blanks = [](const std::string& text) {
        constexpr std::string_view blanks = " \t\n";
        return !text.empty() && (blanks.find(text.front()) != blanks.npos || blanks.find(text.back()) != blanks.npos);
    };
    return first_text(subject.programme(), has_blanks, " begins or ends with a blank.");
}

Found explained(Subject& subject, std::string_view /*name*/) {
    for (const Metric& metric : subject.programme().metrics)
        if (metric.definition.en == metric.title.en || metric.definition.cy == metric.title.cy)
            return "Metric " + metric.id + ": the definition only repeats the title.";
    return std::nullopt;
}

Found one_meaning(Subject& subject, std::string_view /*name*/) {
    std::map<std::string, const Population*> known;
    Found found;
    for (const Metric& metric : subject.programme().metrics)
        each_query(metric, [&](const Query& query) {
            if (query.population.id.empty()) return;
            const auto [first, added] = known.try_emplace(query.population.id, &query.population);
            if (!found && !added && *first->second != query.population)
                found = "Metric " + metric.id + ": the population " + query.population.id +
                        " has another rule, version or text than in a metric before it.";
        });
    return found;
}

Found needs_declared(Subject& subject, std::string_view /*name*/) {
    for (const Metric& metric : subject.programme().metrics) {
        if (!metric.computed()) continue;
        if (metric.needs.empty()) return "Metric " + metric.id + ": it is computed, but declares no query.";
        if (metric.query != Query{})
            return "Metric " + metric.id + ": it is computed, and its .query is never answered.";
    }
    return std::nullopt;
}

Found links_lead_somewhere(Subject& subject, std::string_view /*name*/) {
    const std::vector<Action>& plan = subject.programme().actions;
    for (const Action& action : plan)
        if (!action.linked_id.empty() &&
            std::none_of(plan.begin(), plan.end(), [&](const Action& other) { return other.id == action.linked_id; }))
            return "Entry " + action.id + " of the plan: linked_id is " + action.linked_id +
                   ", which no entry has as its id.";
    return std::nullopt;
}

/// "2023-24" or "2023-24Q3".
bool is_due_date(const std::string& due) {
    const auto digit = [&](std::size_t at) { return due[at] >= '0' && due[at] <= '9'; };
    if (due.size() != 7 && due.size() != 9) return false;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6})
        if (!digit(at)) return false;
    if (due[4] != '-' || (std::stoi(due.substr(2, 2)) + 1) % 100 != std::stoi(due.substr(5, 2))) return false;
    return due.size() == 7 || (due[7] == 'Q' && due[8] >= '1' && due[8] <= '4');
}

Found dates_are_read(Subject& subject, std::string_view /*name*/) {
    for (const Action& action : subject.programme().actions)
        if (!action.due.empty() && !is_due_date(action.due))
            return "Entry " + action.id + " of the plan: due is \"" + action.due +
                   "\"; expected a financial year such as 2023-24, or a quarter such as 2023-24Q3.";
    return std::nullopt;
}

constexpr const char* write_it = "Write it, in both languages.";

constexpr std::array<Check, 21> checks{{
    {"supplies-something", "The programme has metrics or actions.", "Give it at least one metric or action.",
     supplies_something},
    {"ids-are-well-formed", "Ids are lower-case letters, digits and underscores.",
     "Rename it; ids name files and columns.", refused},
    {"version-is-stated", "The programme states its version.", "Set .version of the programme.", refused},
    {"both-languages-are-present", "Every text stands in English and Welsh.", "Add the missing translation.", refused},
    {"metrics-have-titles", "Every metric has a title.", write_it, refused},
    {"metrics-have-definitions", "Every metric has a definition.", write_it, refused},
    {"metrics-have-units", "Every metric has a unit.", write_it, refused},
    {"definitions-explain", "A definition says more than the title.",
     "Say what is counted, when and how, in words that a reader can cite.", explained},
    {"welsh-differs-from-english", "Longer texts differ between the languages.", "Translate the text.", translated},
    {"texts-are-plain", "Texts hold no markup.", "Write plain text; the host escapes it.", plain},
    {"texts-are-trimmed", "Texts neither begin nor end with a blank.", "Remove the blank.", trimmed},
    {"populations-are-complete", "Populations have id, version, title and definition.",
     "Complete the population; reports print all four.", refused},
    {"populations-keep-one-meaning", "One population id means one rule throughout the plugin.",
     "Make the population in one function and use it everywhere, or give the other an id of its own.", one_meaning},
    {"queries-can-be-answered", "Queries, formulas, columns and charts name what is there.",
     "Correct the query at the place named.", refused},
    {"computed-metrics-declare-their-queries", "Every query of a computed metric stands in .needs.",
     "Move the query into .needs; nothing else is answered.", needs_declared},
    {"metrics-are-declared-or-computed", "A metric either declares all or computes all.",
     "Give a declared metric .query and .formulas, a computed one .needs and .compute.", refused},
    {"columns-are-named-once", "The order of columns names each once.", "Remove the repetition.", refused},
    {"charts-draw-columns", "A chart draws at least one column.", "List the columns in .series.", refused},
    {"plan-entries-are-complete", "Entries of the plan have an id and a title.", "Complete the entry.", refused},
    {"plan-links-lead-somewhere", "A linked entry is in the plan.", "Correct linked_id, or add the entry.",
     links_lead_somewhere},
    {"plan-dates-can-be-read", "An entry is due in a financial year or one of its quarters.",
     "Write the year as 2023-24, the quarter as 2023-24Q3.", dates_are_read},
}};

}  // namespace

std::span<const Check> programme_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
