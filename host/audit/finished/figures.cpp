#include "audit/finished/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "audit/finished/results.h"
#include "audit/printed.h"
#include "query/condition.h"
#include "refusal.h"

namespace quarterdeck::audit {
namespace {

/// More staff than there are.
constexpr std::int64_t most_staff = 1'000'000;

/// The same text for rules that are put together from the same conditions.
std::string sorted_key(const Rule& rule) {
    std::set<std::set<std::string>> alternatives;
    for (const Rule::Alternative& alternative : rule.alternatives) {
        std::set<std::string> conditions;
        for (const Condition& condition : alternative) conditions.insert(query::key_of(condition));
        alternatives.insert(std::move(conditions));
    }
    std::string key;
    for (const auto& alternative : alternatives) {
        for (const std::string& condition : alternative) key += condition + '&';
        key += '|';
    }
    return key;
}

std::string place_of(const FinishedTable& table, const Row& row, const Measure& measure) {
    std::string place = table.name();
    for (const Text& label : row.labels)
        if (!label.en.empty()) place += ", " + label.en;
    return place + ", " + measure.id;
}

}  // namespace

Counted counted(const Measure& measure) {
    const bool moves = measure.movement != Movement::none;
    return {measure.count, measure.movement, moves ? measure.months_before : 0,
            measure.where == everyone() ? std::string() : query::key_of(measure.where)};
}

std::int64_t Figure::unit() const {
    return count == Count::fte ? Printed::unit : 1;
}

Figures::Figures(const FinishedRelease& release, const ReadTables& tables) : release_(release), tables_(tables) {
    for (const disclosure::Certificate::Hidden& hidden : release.narrow)
        for (const disclosure::Certificate::Place& place : hidden.places)
            narrow_.emplace(place.answer, place.row, place.measure);
    for (const FinishedTable& table : release.tables)
        if (counts_staff(table)) add(table);
    for (const FinishedTable& table : release.tables)
        if (counts_staff(table)) note_what_rests(table);
    for (const Figure& figure : figures_)
        if (figure.marked && figure.shown)
            throw Refusal(figure.place +
                          ": the figure is hidden here and shown in another place, so nothing was published. Please "
                          "report this with the program's version.");
}

void Figures::add(const FinishedTable& table) {
    const query::Answer& counted_rows = answer(table);
    if (tables_.at(table.name()).rows.size() != counted_rows.rows.size())
        throw Refusal(table.name() +
                      ": the finished file doesn't hold the rows that were counted. Nothing was published.");
    places_[table.name()].assign(counted_rows.cells.size(), none);
    for (std::size_t row = 0; row < counted_rows.rows.size(); ++row)
        for (std::size_t measure = 0; measure < counted_rows.measures.size(); ++measure) add(table, row, measure);
}

void Figures::add(const FinishedTable& table, std::size_t row, std::size_t measure) {
    const query::Answer& in = answer(table);
    const std::size_t at = row * in.measures.size() + measure;
    const std::uint32_t whole = release_.membership.of_row[table.answer][at];
    if (!in.cells[at].known || whole == query::Membership::none) return;
    const Measure& asked = in.measures[measure];
    const Counted way = counted(asked);
    std::size_t number = none;
    if (const auto known = of_rows_[whole].find(way); known != of_rows_[whole].end()) number = known->second;
    // The same people are told apart by one rule here and by two there.
    const std::tuple people{Counted{way.count, way.movement, way.months, {}},
                            release_.membership.of_cell[table.answer][at],
                            in.rows[row].total ? "total" : sorted_key(in.rows[row].where && asked.where)};
    if (const auto known = of_people_.find(people); number == none && !in.rows[row].total && known != of_people_.end())
        number = known->second;
    if (number == none) {
        number = figures_.size();
        figures_.push_back({.place = place_of(table, in.rows[row], asked),
                            .count = asked.count,
                            .truth = in.cells[at].value,
                            .people = in.cells[at].people});
        figures_.back().known = {0, most_staff * figures_.back().unit()};
    }
    of_rows_[whole].emplace(way, number);
    of_people_.emplace(people, number);
    places_[table.name()][at] = number;
    figures_[number].narrow =
        figures_[number].narrow || narrow_.contains({table.metric_name(), in.rows[row].id, asked.id});
    read(table, row, measure, figures_[number]);
}

void Figures::read(const FinishedTable& table, std::size_t row, std::size_t measure, Figure& figure) const {
    const std::string& shown = text(table, row, answer(table).measures[measure].id);
    if (shown.empty()) return;
    const std::optional<Printed> printed = read_printed(shown);
    if (!printed || printed->kind == Printed::Kind::absent)
        throw Refusal(figure.place + ": the finished file shows no figure where there is one. Nothing was published.");
    if (printed->kind == Printed::Kind::hidden) {
        figure.marked = true;
        return;
    }
    figure.shown = true;
    std::int64_t half = figure.count == Count::fte ? Printed::unit / 2 : 0;
    for (int place = 0; place < printed->places; ++place) half /= 10;
    const std::int64_t value = figure.count == Count::fte ? printed->value : printed->value / Printed::unit;
    figure.known = {std::max({figure.known.low, value - half, std::int64_t{0}}),
                    std::min(figure.known.high, value + half)};
}

void Figures::note_what_rests(const FinishedTable& table) {
    const std::vector<Measure>& measures = answer(table).measures;
    for (std::size_t row = 0; row < answer(table).rows.size(); ++row)
        for (const Formula& formula : table.described->formulas) {
            const std::optional<Printed> printed = read_result(text(table, row, formula.id));
            if (printed && printed->kind != Printed::Kind::number) continue;
            for (std::size_t measure = 0; measure < measures.size(); ++measure)
                if (const std::string& id = measures[measure].id;
                    id == formula.of || id == formula.over || id == formula.mean_with)
                    if (const std::size_t number = at(table, row, measure); number != none)
                        figures_[number].rests = true;
        }
}

const std::string& Figures::text(const FinishedTable& table, std::size_t row, const std::string& column) const {
    static const std::string none_shown;
    const extract::Table& file = tables_.at(table.name());
    const auto labels = static_cast<std::ptrdiff_t>(answer(table).labels.size());
    if (static_cast<std::ptrdiff_t>(file.header.size()) < labels) return none_shown;
    const auto found = std::find(file.header.begin() + labels, file.header.end(), column);
    const auto at = static_cast<std::size_t>(found - file.header.begin());
    return at < file.rows[row].cells.size() ? file.rows[row].cells[at] : none_shown;
}

}  // namespace quarterdeck::audit
