#include <array>
#include <map>

#include "plugins/validator/made_answers.h"
#include "plugins/validator/subject.h"
#include "quarterdeck/message.h"

namespace quarterdeck::plugins {

namespace {

using Found = std::optional<std::string>;

constexpr std::size_t most_figures_tried = 40;

std::string named(const Metric& metric) {
    return "Metric " + metric.id + ": ";
}

/// The table of a reply; nothing where it isn't one, which `answers_with_a_table` is about.
std::optional<Table> table_of(const Reply& reply) {
    if (!reply.answer) return std::nullopt;
    try {
        return message::read_table(*reply.answer);
    } catch (const message::Malformed&) {
        return std::nullopt;
    }
}

/// The table computed from answers that any metric must cope with.
Table ordinary_table(Worker& worker, const Metric& metric, const std::vector<Table>& answers) {
    if (auto table = table_of(ask_for_table(worker, metric, answers))) return *table;
    throw NotTried(named(metric) + "there is no table to look at.");
}

Found table_from(Subject& subject, Made made, const std::string& answers) {
    for (const Metric* metric : subject.computed_metrics()) {
        const Reply reply = ask_for_table(*subject.worker(), *metric, made_answers(metric->needs, made));
        if (is_deed(reply)) throw NotTried(named(*metric) + reason(reply));
        if (!reply.answer) return named(*metric) + "from " + answers + " it gives no table. " + reason(reply);
        try {
            message::read_table(*reply.answer);
        } catch (const message::Malformed& malformed) {
            return named(*metric) + "from " + answers + " it gives a table that can't be read. " + malformed.what();
        }
    }
    return std::nullopt;
}

Found from_ordinary(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::ordinary, "ordinary answers");
}
Found from_hidden(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::hidden, "answers that are all [c]");
}
Found from_unavailable(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::unavailable, "answers that are all [x]");
}
Found from_zeros(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::zero, "answers that are all 0");
}
Found from_nobody(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::nobody, "answers without anybody");
}
Found from_many(Subject& subject, std::string_view /*name*/) {
    return table_from(subject, Made::many, "answers with thousands of rows");
}

Found can_be_published(Subject& subject, std::string_view /*name*/) {
    for (const Metric* metric : subject.computed_metrics()) {
        const Table table = ordinary_table(*subject.worker(), *metric, made_answers(metric->needs, Made::ordinary));
        if (const auto found = offences(*metric, table); !found.empty()) return found.front().what;
    }
    return std::nullopt;
}

Found same_again(Subject& subject, std::string_view /*name*/) {
    for (const Metric* metric : subject.computed_metrics()) {
        const auto answers = made_answers(metric->needs, Made::ordinary);
        const auto worker = subject.worker();
        const Table first = ordinary_table(*worker, *metric, answers);
        if (ordinary_table(*worker, *metric, answers) != first ||
            ordinary_table(*subject.worker(), *metric, answers) != first)
            return named(*metric) + "from the same answers it gives different tables.";
    }
    return std::nullopt;
}

Found same_columns(Subject& subject, std::string_view /*name*/) {
    for (const Metric* metric : subject.computed_metrics()) {
        const auto worker = subject.worker();
        const Table first = ordinary_table(*worker, *metric, made_answers(metric->needs, Made::ordinary));
        for (const Made made : {Made::hidden, Made::zero, Made::nobody}) {
            const auto other = table_of(ask_for_table(*subject.worker(), *metric, made_answers(metric->needs, made)));
            if (other && (other->columns != first.columns || other->labels != first.labels))
                return named(*metric) + "the columns depend on the figures.";
        }
    }
    return std::nullopt;
}

/// The figures of a table by row and column, so that tables of different lengths compare.
std::map<std::string, std::string> figures_of(const Table& table) {
    std::map<std::string, std::string> figures;
    for (const TableRow& row : table.rows)
        for (std::size_t i = 0; i < row.figures.size(); ++i)
            figures["row " + row.id + ", column " + table.columns[i].id] = plain_text(row.figures[i]);
    return figures;
}

/// A figure that shows although it moves with a figure that is hidden.
Found shown_dependent(Worker& worker, const Metric& metric, const std::vector<Table>& answers, const Place& place) {
    const auto changed = [&](const Figure& figure) {
        std::vector<Table> other = answers;
        other[place.answer].rows[place.row].figures[place.column] = figure;
        return figures_of(ordinary_table(worker, metric, other));
    };
    const auto at_first = figures_of(ordinary_table(worker, metric, answers));
    const auto original = std::get<Decimal>(answers[place.answer].rows[place.row].figures[place.column]);
    const auto moved = changed(Decimal{.units = original.units * 3 + 1, .places = original.places});
    const auto hidden = changed(Marker::confidential);
    for (const auto& [where, figure] : at_first) {
        const auto then = moved.find(where);
        const auto now = hidden.find(where);
        if (then != moved.end() && then->second != figure && now != hidden.end() && !now->second.starts_with("["))
            return where;
    }
    return std::nullopt;
}

Found hides_dependents(Subject& subject, std::string_view /*name*/) {
    for (const Metric* metric : subject.computed_metrics()) {
        const auto answers = made_answers(metric->needs, Made::ordinary);
        const auto worker = subject.worker();
        if (ordinary_table(*worker, *metric, answers) != ordinary_table(*worker, *metric, answers))
            throw NotTried(named(*metric) + "its figures change by themselves.");
        for (const Place& place : places_in(answers, most_figures_tried))
            if (const auto where = shown_dependent(*worker, *metric, answers, place)) {
                const Table& answer = answers[place.answer];
                return named(*metric) + *where + " shows a number although it rests on " +
                       answer.columns[place.column].id + " of the row " + answer.rows[place.row].id + ", which is [c].";
            }
    }
    return std::nullopt;
}

constexpr const char* look_at_markers =
    "Look at each figure of an answer with std::get_if<Marker>, and pass a marker on as the result.";
constexpr const char* look_at_rows =
    "Reckon with answers that have no rows or only zeros; give [z] where nothing "
    "can be divided.";

constexpr std::array<Check, 10> checks{{
    {"computes-from-ordinary-answers", "Every computed metric gives a table.",
     "Run the metric in a test with quarterdeck/testing.h, and look at what it throws.", from_ordinary},
    {"computed-tables-can-be-published",
     "Computed tables have columns with ids and titles, and fit the metric's chart.",
     "Correct the columns that compute gives.", can_be_published},
    {"computes-the-same-again", "The same answers give the same table, in this process and another.",
     "Keep nothing between calls, and use no clock, no random numbers and no order of unordered containers.",
     same_again},
    {"computes-the-same-columns-always", "The columns don't depend on the figures.",
     "List the columns as constants; hide figures, not columns.", same_columns},
    {"computes-from-hidden-answers", "Answers that are all [c] give a table.", look_at_markers, from_hidden},
    {"computes-from-unavailable-answers", "Answers that are all [x] give a table.", look_at_markers, from_unavailable},
    {"computes-from-zeros", "Answers that are all 0 give a table.", look_at_rows, from_zeros},
    {"computes-from-nobody", "Answers in which no rows were found give a table.", look_at_rows, from_nobody},
    {"computes-from-many-rows", "Answers with thousands of rows give a table in time.",
     "Look for work that grows faster than the number of rows.", from_many},
    {"hides-what-rests-on-hidden-figures", "A figure that moves with another is [c] when the other is.",
     "Give [c] for every result for which any figure that it uses is [c].", hides_dependents},
}};

}  // namespace

std::span<const Check> table_checks() {
    return checks;
}

}  // namespace quarterdeck::plugins
