#include "explain/explain.h"

#include <algorithm>
#include <stdexcept>

#include "disclosure/policy.h"
#include "query/evaluate.h"
#include "query/exact.h"
#include "snapshot/means.h"

namespace quarterdeck::explain {
namespace {

constexpr std::int64_t fte_scale = 100'000;
constexpr int fte_places = 5;

std::int64_t scale_of(Count count) {
    return count == Count::fte || count == Count::value ? fte_scale : 1;
}

Figure figure_of(const Measure& measure, const query::Cell& cell) {
    if (!cell.known) return Marker::not_available;
    return Decimal{cell.value, scale_of(measure.count) == 1 ? 0 : fte_places};
}

const snapshot::Snapshot& snapshot_at(const snapshot::Input& input, Date date) {
    const auto found = std::find_if(input.snapshots.begin(), input.snapshots.end(),
                                    [&](const snapshot::Snapshot& snapshot) { return snapshot.date == date; });
    if (found == input.snapshots.end()) throw std::logic_error("there is no snapshot of a date that was read");
    return *found;
}

/// What came out behind the filters must be what the table's own query says.
void expect_same(const Measure& measure, const Left& left, const query::Cell& cell) {
    if (measure.movement != Movement::none) return;
    const std::int64_t value = measure.count == Count::headcount ? left.people
                               : measure.count == Count::fte     ? left.fte
                                                                 : left.rows;
    if (value != cell.value || left.people != cell.people)
        throw std::logic_error("filters and query count differently for " + measure.id);
}

/// One run's way to a cell.
class Explaining {
public:
    Explaining(const Found& table, const query::Answer& answer, std::size_t row, const snapshot::Input& input,
               const std::filesystem::path& data, Date as_at)
        : table_(table), answer_(answer), row_(row), input_(input), data_(data), as_at_(as_at) {}

    CountedFigure counted(std::size_t measure, extract::Advance* advance) const {
        const query::Cell& cell = answer_.cell(row_, measure);
        CountedFigure counted;
        counted.measure = answer_.measures[measure];
        counted.filters = filters_of(table_.query, answer_.rows, row_, counted.measure);
        counted.figure = figure_of(counted.measure, cell);
        const bool then = counted.measure.movement == Movement::none || went(counted.measure.movement);
        counted.date = then ? as_at_.months_before(counted.measure.months_before) : as_at_;
        if (table_.query.source != Source::staff) {
            counted.left = left_behind(counted.filters, input_, table_.query.source, as_at_);
            return counted;
        }
        counted.small = cell.people > 0 && cell.people < disclosure::Policy().threshold;
        counted.left = left_behind(counted.filters, input_, counted.date);
        expect_same(counted.measure, counted.left.back(), cell);
        counted.rows = rows_behind(data_, snapshot_at(input_, counted.date), together(counted.filters), advance);
        if (counted.rows.in_cell != static_cast<std::uint64_t>(counted.left.back().rows))
            throw std::logic_error("rows of files and of the snapshot differ for " + counted.measure.id);
        return counted;
    }

    Figure worked_out(const Formula& formula) const {
        const query::Cell* of = cell(formula.of);
        const query::Cell* over = cell(formula.over);
        const query::Cell* with = formula.mean_with.empty() ? nullptr : cell(formula.mean_with);
        if (!of->known || !over->known || (with != nullptr && !with->known)) return Marker::not_available;
        const std::int64_t divisor = with == nullptr ? over->value : over->value + with->value;
        const std::int64_t halves = with == nullptr ? 1 : 2;
        const auto result =
            query::evaluate_formula(formula, of->value, scale(formula.of), divisor, halves * scale(formula.over));
        if (!result) return Marker::not_applicable;
        return *result;
    }

private:
    std::size_t place(const std::string& id) const {
        const auto& measures = answer_.measures;
        return static_cast<std::size_t>(
            std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.id == id; }) -
            measures.begin());
    }
    const query::Cell* cell(const std::string& id) const { return &answer_.cell(row_, place(id)); }
    std::int64_t scale(const std::string& id) const { return scale_of(answer_.measures[place(id)].count); }

    const Found& table_;
    const query::Answer& answer_;
    std::size_t row_;
    const snapshot::Input& input_;
    const std::filesystem::path& data_;
    Date as_at_;
};

}  // namespace

Explanation explain(const std::vector<const Programme*>& programmes, const Wanted& wanted,
                    const std::filesystem::path& data, Date as_at, extract::Advance* advance) {
    Explanation explanation;
    explanation.table = find_table(programmes, wanted);
    const std::vector<Query> queries{explanation.table.query};
    const snapshot::Input input = snapshot::read_input(
        data, query::dates_needed(queries, as_at),
        query::follow_people(queries) ? snapshot::Trails::yes : snapshot::Trails::no, {.advance = advance});
    const query::Answer answer = query::evaluate(queries, input, as_at).front();
    const std::size_t row = find_row(answer, wanted);
    explanation.labels = answer.labels;
    explanation.row = answer.rows[row];
    const Explaining explaining(explanation.table, answer, row, input, data, as_at);
    for (std::size_t measure = 0; measure < answer.measures.size(); ++measure)
        explanation.counted.push_back(explaining.counted(measure, advance));
    explanation.figure = explanation.table.formula ? explaining.worked_out(*explanation.table.formula)
                                                   : explanation.counted.front().figure;
    return explanation;
}

}  // namespace quarterdeck::explain
