#include "disclosure/cells.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "disclosure/groups.h"
#include "query/condition.h"

namespace quarterdeck::disclosure {
namespace {

constexpr std::int64_t weight_units = 100;  // so that ties are broken by less than any weight
constexpr std::size_t tie_weights = 4;      // among cells of one kind, the place in the release decides

std::string key_of(const Rule& where) {
    return where == everyone() ? std::string() : query::key_of(where);
}

Way way_of(const Measure& measure) {
    if (measure.movement == Movement::none) return {measure.count, key_of(measure.where)};
    return {measure.count, key_of(measure.where), measure.movement, measure.months_before};
}

/// Whether the measure counts its rows' people and posts as they are.
bool counts_all(const Measure& measure) {
    return measure.where == everyone() && measure.movement == Movement::none;
}

std::int64_t units(Count count, std::int64_t value) {
    return count == Count::fte ? value : value * Model::unit;
}

/// Whether the figure isn't its people's FTE but how much that changed.
bool changes_fte(const Way& way) {
    return way.count == Count::fte && is_change(way.movement);
}

/// The columns that the rules of a row's posts narrow; a total's as far as all of its rows do.
std::set<Field> columns_of(const query::Answer& answer, std::size_t row) {
    std::set<Field> columns = narrowed_columns(answer.population && answer.rows[row].where);
    if (!answer.rows[row].total) return columns;
    std::optional<std::set<Field>> common;
    for (const Row& part : answer.rows) {
        if (part.total) continue;
        const std::set<Field> narrowed = narrowed_columns(part.where);
        if (!common)
            common = narrowed;
        else
            std::erase_if(*common, [&](Field column) { return !narrowed.contains(column); });
    }
    if (common) columns.insert(common->begin(), common->end());
    return columns;
}

}  // namespace

Cells::Cells(const std::vector<query::Answer>& answers, const query::Membership& membership, const Policy& policy,
             const Earlier& earlier)
    : answers_(answers),
      membership_(membership),
      policy_(policy),
      earlier_(earlier),
      own_answers_(answers.size() - earlier.queries().size()),
      extents_(membership) {
    for (std::size_t answer = 0; answer < answers_.size(); ++answer) add_extents(answer);
    same_ = extents_.same();
    if (policy_.group_disclosure == GroupDisclosure::suppress) mark_groups();
    for (std::size_t answer = 0; answer < answers_.size(); ++answer) add_cells(answer);
    remember();
    add_companions();
    break_ties();
}

void Cells::break_ties() {
    for (std::size_t cell = 0; cell < problem_.model.cells.size(); ++cell)
        if (problem_.model.cells[cell].weight != 0)
            problem_.model.cells[cell].weight += static_cast<std::int64_t>(cell % tie_weights);
}

/// Notes the cells that tell of everybody in a row the same: they are hidden, whatever they count.
void Cells::mark_groups() {
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> places;
    for (const SharedValue& shared : shared_values(answers_))
        for (const std::size_t measure : shared.picking) places.emplace(shared.answer, shared.row, measure);
    for (const auto& [number, seen] : seen_)
        for (const Seen& place : seen)
            if (places.contains({number, place.row, place.measure}))
                groups_.insert(counted(answers_[number].measures[place.measure], place));
}

Cells::Counted Cells::counted(const Measure& asked, const Seen& place) const {
    return {asked.count, changes_fte(way_of(asked)), same_[place.own]};
}

void Cells::add_extents(std::size_t number) {
    const query::Answer& answer = answers_[number];
    if (answer.source != Source::staff) return;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        const std::set<Field> columns = columns_of(answer, row);
        for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) {
            const std::size_t at = row * answer.measures.size() + measure;
            if (!answer.cells[at].known || membership_.of_row[number][at] == query::Membership::none) continue;
            const Measure& asked = answer.measures[measure];
            const std::uint32_t whole = extents_.row(membership_.of_row[number][at], columns);
            const Way way = way_of(asked);
            const std::string key =
                way.where + '/' + std::to_string(static_cast<int>(way.movement)) + '/' + std::to_string(way.months);
            const std::uint32_t own =
                counts_all(asked) ? whole : extents_.part(whole, membership_.of_cell[number][at], asked, key);
            seen_[number].push_back({row, measure, whole, own});
        }
    }
}

void Cells::add_cells(std::size_t number) {
    const query::Answer& answer = answers_[number];
    auto& cell_of = problem_.cell_of.emplace_back(answer.cells.size(), Problem::none);
    const auto seen = seen_.find(number);
    if (seen == seen_.end()) return;
    for (const Seen& place : seen->second) {
        const std::size_t at = place.row * answer.measures.size() + place.measure;
        const query::Cell& cell = answer.cells[at];
        const Measure& asked = answer.measures[place.measure];
        const Way way = way_of(asked);
        note_part(asked);
        const Counted counts = counted(asked, place);
        const bool group = groups_.contains(counts);
        if (cell.people == 0 && !group) {
            see(place, way, Views::zero);
            continue;
        }
        cell_of[at] = cell_for(counts, cell);
        if (group) {
            hide_group(cell_of[at]);
            unsure_.insert(place.own);
        }
        see(place, way, cell_of[at]);
        problem_.places[same_[place.own]].push_back({number, at});
        people_.try_emplace(same_[place.own], cell.people);
        auto& weight = problem_.model.cells[cell_of[at]].weight;
        weight = std::max(weight, weight_of(asked, answer.rows[place.row]));
        problem_.shown[cell_of[at]] = 1;
        if (number < own_answers_) problem_.own[cell_of[at]] = 1;
    }
}

void Cells::see(const Seen& place, const Way& way, std::uint32_t cell) {
    views_.see(place.whole, way, cell);
    if (!changes_fte(way)) views_.see(place.own, {way.count, ""}, cell);
}

std::int64_t Cells::weight_of(const Measure& measure, const Row& row) const {
    const Weights& weights = policy_.weights;
    if (measure.count == Count::fte) return weight_units * weights.fte;
    if (!counts_all(measure)) return weight_units * weights.part;
    return weight_units * (row.total ? weights.total : weights.headcount);
}

/// Measures that pick values of one field are parts of a whole.
void Cells::note_part(const Measure& measure) {
    if (measure.where.alternatives.size() != 1 || measure.where.alternatives.front().size() != 1) return;
    const Condition& condition = measure.where.alternatives.front().front();
    const std::string key = key_of(measure.where);
    if (condition.test == Condition::Test::is) parts_[condition.field].emplace(condition.values, key);
    if (condition.test == Condition::Test::is_not) others_[condition.field].emplace(condition.values, key);
}

std::uint32_t Cells::cell_for(const Counted& counted, const query::Cell& cell) {
    const auto& [count, change, extent] = counted;
    const auto number = static_cast<std::uint32_t>(problem_.model.cells.size());
    const auto [known, added] = numbers_.try_emplace(counted, number);
    if (!added) return known->second;
    const bool few = cell.people < policy_.threshold;
    const std::int64_t threshold = policy_.threshold * Model::unit;
    Model::Cell made;
    made.value = units(count, cell.value);
    made.whole = count != Count::fte;
    made.hidden = few;
    if (count == Count::fte) {
        made.width = Model::unit;
    } else {
        made.low = few ? std::min(made.value, Model::unit) : threshold;
        if (few && count == Count::headcount) made.high = threshold - Model::unit;
        if (few) made.width = (policy_.width - 1) * Model::unit;
    }
    problem_.model.cells.push_back(made);
    problem_.count.push_back(count == Count::fte ? 0 : 1);
    problem_.primary.push_back(few && count != Count::fte ? 1 : 0);
    problem_.shown.push_back(0);
    problem_.own.push_back(0);
    problem_.kept.push_back(0);
    problem_.counted.push_back(counted);
    return number;
}

/// Nobody is to know whether it is one of the few, nobody, or everybody: its bounds say nothing.
void Cells::hide_group(std::uint32_t cell) {
    Model::Cell& hidden = problem_.model.cells[cell];
    hidden.low = 0;
    hidden.high = Model::unlimited;
    hidden.hidden = true;
    if (!hidden.whole) return;
    hidden.width = (policy_.width - 1) * Model::unit;
    problem_.primary[cell] = 1;
}

/// Holds the problem to what earlier releases printed and hid.
void Cells::remember() {
    std::set<std::uint32_t> known;
    std::set<std::uint32_t> hidden;
    for (std::size_t query = 0; query < earlier_.queries().size(); ++query)
        for (std::size_t at = 0; at < answers_[own_answers_ + query].cells.size(); ++at)
            remember({own_answers_ + query, at}, earlier_.printed()[query][at], known, hidden);
    for (const std::uint32_t cell : hidden)
        if (!known.contains(cell)) keep_hidden(cell);
    for (const std::uint32_t cell : known) {
        Model::Cell& fixed = problem_.model.cells[cell];
        fixed.low = fixed.high = fixed.value;
        fixed.width = 0;
        fixed.hidden = false;
    }
}

void Cells::remember(const Problem::Place& place, const std::string& was, std::set<std::uint32_t>& known,
                     std::set<std::uint32_t>& hidden) {
    const query::Answer& answer = answers_[place.answer];
    const std::uint32_t cell = problem_.cell_of[place.answer][place.at];
    const bool some = cell != Problem::none;
    if (was == marker_text(Marker::confidential)) {
        if (some) hidden.insert(cell);
        return;
    }
    const Measure& measure = answer.measures[place.at % answer.measures.size()];
    const bool same = printed(answer.cells[place.at], measure, Fate::shown) == was;
    if (!same) problem_.revised.push_back(place);
    if (!some) return;
    if (same && problem_.model.cells[cell].hidden) problem_.reopened.push_back(place);
    // A figure of earlier releases only is never hidden by this one.
    if (same || (problem_.own[cell] == 0 && !problem_.model.cells[cell].hidden)) known.insert(cell);
}

void Cells::keep_hidden(std::uint32_t cell) {
    Model::Cell& hidden = problem_.model.cells[cell];
    hidden.hidden = true;
    if (hidden.whole) hidden.width = std::max<std::int64_t>(hidden.width, (policy_.width - 1) * Model::unit);
    problem_.kept[cell] = 1;
}

bool Cells::is_known(std::uint32_t cell) const {
    return problem_.model.cells[cell].low == problem_.model.cells[cell].high;
}

/// FTE and posts are hidden with the people behind them, whose number is a cell even where no table has it.
void Cells::add_companions() {
    const auto numbers = numbers_;
    for (const auto& [key, cell] : numbers) {
        const auto& [count, change, extent] = key;
        if (count == Count::headcount) continue;
        const std::int64_t people = people_.at(extent);
        const std::uint32_t companion = cell_for({Count::headcount, false, extent}, {people, people, true});
        views_.see(extent, {Count::headcount, ""}, companion);
        if (problem_.shown[companion] == 0) {
            problem_.model.cells[companion].hidden = true;
            problem_.model.cells[companion].width = 0;
        }
        if (count == Count::fte && !problem_.model.cells[cell].hidden && problem_.shown[companion] != 0 &&
            !is_known(cell))
            problem_.model.implications.push_back({companion, cell});
    }
}

}  // namespace quarterdeck::disclosure
