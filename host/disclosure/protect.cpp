#include "disclosure/protect.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "query/exact.h"

namespace quarterdeck::disclosure {

namespace {

constexpr std::int64_t fine_units = 100'000;  // FTE and series values count in 1/100,000

bool in_hundred_thousandths(Count count) {
    return count == Count::fte || count == Count::value;
}

std::int64_t scale_of(Count count) {
    return in_hundred_thousandths(count) ? fine_units : 1;
}

/// Series are published with the decimals that they came with: none, or two.
int places_of(const query::Answer& answer, std::size_t measure) {
    switch (answer.measures[measure].count) {
        case Count::headcount:
        case Count::role_count: return 0;
        case Count::fte: return 2;
        case Count::value: break;
    }
    for (std::size_t row = 0; row < answer.rows.size(); ++row)
        if (answer.cell(row, measure).value % fine_units != 0) return 2;
    return 0;
}

bool is_percentage(Formula::Kind kind) {
    return kind == Formula::Kind::percentage || kind == Formula::Kind::growth || kind == Formula::Kind::compound_growth;
}

std::size_t measure_named(const query::Answer& answer, const std::string& id) {
    const auto found = std::find_if(answer.measures.begin(), answer.measures.end(),
                                    [&](const Measure& measure) { return measure.id == id; });
    if (found == answer.measures.end()) throw std::invalid_argument("a formula names the unknown measure " + id);
    return static_cast<std::size_t>(found - answer.measures.begin());
}

enum class Shown { yes, hidden_as_count, hidden_as_dependent, not_available };

/// What becomes of one figure of a measure.
Shown fate(const query::Cell& cell, const Measure& measure, Source source, const Policy& policy) {
    if (!cell.known) return Shown::not_available;
    if (source != Source::staff || !policy.protect) return Shown::yes;
    const bool few = cell.people > 0 && cell.people < policy.threshold;
    if (!few) return Shown::yes;
    return measure.count == Count::fte ? Shown::hidden_as_dependent : Shown::hidden_as_count;
}

}  // namespace

/// The columns of one table, figure by figure, in the order asked for.
class TableMaker {
public:
    TableMaker(const query::Answer& answer, const Policy& policy, Tally& tally)
        : answer_(answer), policy_(policy), tally_(tally) {
        table_.labels = answer.labels;
        for (const Row& row : answer.rows) table_.rows.push_back({row.id, row.labels, {}, row.total});
    }

    void add_measure(std::size_t measure) {
        const Measure& asked = answer_.measures[measure];
        const int places = places_of(answer_, measure);
        table_.columns.push_back({asked.id, asked.title, places, false});
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const query::Cell& cell = answer_.cell(row, measure);
            put(row, fate(cell, asked, answer_.source, policy_),
                query::rounded_ratio(cell.value, scale_of(asked.count), places));
        }
    }

    void add_formula(const Formula& formula) {
        const std::size_t of = measure_named(answer_, formula.of);
        const std::size_t over = measure_named(answer_, formula.over);
        table_.columns.push_back({formula.id, formula.title, formula.places, is_percentage(formula.kind)});
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const query::Cell& left = answer_.cell(row, of);
            const query::Cell& right = answer_.cell(row, over);
            const Measure& left_measure = answer_.measures[of];
            const Measure& right_measure = answer_.measures[over];
            Shown shown = std::max(fate(left, left_measure, answer_.source, policy_),
                                   fate(right, right_measure, answer_.source, policy_));
            if (shown == Shown::hidden_as_count) shown = Shown::hidden_as_dependent;
            put(row, shown,
                query::evaluate_formula(formula, left.value, scale_of(left_measure.count), right.value,
                                        scale_of(right_measure.count)));
        }
    }

    Table take() { return std::move(table_); }

private:
    void put(std::size_t row, Shown shown, const std::optional<Decimal>& value) {
        if (answer_.source == Source::staff) {
            ++tally_.figures;
            tally_.primary += shown == Shown::hidden_as_count;
            tally_.dependent += shown == Shown::hidden_as_dependent;
        }
        Figure figure = Marker::not_applicable;
        if (shown == Shown::not_available)
            figure = Marker::not_available;
        else if (shown != Shown::yes)
            figure = Marker::confidential;
        else if (value)
            figure = *value;
        table_.rows[row].figures.push_back(figure);
    }

    const query::Answer& answer_;
    const Policy& policy_;
    Tally& tally_;
    Table table_;
};

ProtectedTable Protector::protect(const query::Answer& answer) {
    TableMaker maker(answer, policy_, tally_);
    for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) maker.add_measure(measure);
    return ProtectedTable(maker.take());
}

ProtectedTable Protector::protect(const Metric& metric, const query::Answer& answer) {
    std::vector<std::string> order = metric.columns;
    if (order.empty()) {
        for (const Measure& measure : answer.measures) order.push_back(measure.id);
        for (const Formula& formula : metric.formulas) order.push_back(formula.id);
    }
    TableMaker maker(answer, policy_, tally_);
    for (const std::string& id : order) {
        const auto formula = std::find_if(metric.formulas.begin(), metric.formulas.end(),
                                          [&](const Formula& candidate) { return candidate.id == id; });
        if (formula != metric.formulas.end())
            maker.add_formula(*formula);
        else
            maker.add_measure(measure_named(answer, id));
    }
    return ProtectedTable(maker.take());
}

ProtectedTable Protector::adopt(Table computed) {
    return ProtectedTable(std::move(computed));
}

ProtectedTable Protector::stack(const std::vector<ProtectedTable>& tables) {
    Table all;
    for (const ProtectedTable& table : tables) {
        if (all.columns.empty()) {
            all.labels = table.labels();
            all.columns = table.columns();
        }
        if (table.labels() != all.labels || table.columns() != all.columns)
            throw std::invalid_argument("tables with different columns can't stand below each other");
        all.rows.insert(all.rows.end(), table.rows().begin(), table.rows().end());
    }
    return ProtectedTable(std::move(all));
}

ProtectedTable Protector::totals(const ProtectedTable& table) {
    Table all = table.table();
    std::erase_if(all.rows, [](const TableRow& row) { return !row.total; });
    return ProtectedTable(std::move(all));
}

}  // namespace quarterdeck::disclosure
