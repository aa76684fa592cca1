#include "disclosure/protect.h"

#include <algorithm>
#include <functional>
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

enum class Shown { yes, hidden_as_count, hidden_for_others, hidden_as_dependent, not_available };

/// What becomes of one figure of a measure.
Shown fate(const query::Cell& cell, const Measure& measure, Source source, const Policy& policy) {
    if (!cell.known) return Shown::not_available;
    if (source != Source::staff || !policy.protect) return Shown::yes;
    const bool few = cell.people > 0 && cell.people < policy.threshold;
    if (!few) return Shown::yes;
    return measure.count == Count::fte ? Shown::hidden_as_dependent : Shown::hidden_as_count;
}

Shown shown_as(Fate fate) {
    switch (fate) {
        case Fate::shown: return Shown::yes;
        case Fate::primary: return Shown::hidden_as_count;
        case Fate::secondary: return Shown::hidden_for_others;
        case Fate::dependent: break;
    }
    return Shown::hidden_as_dependent;
}

}  // namespace

/// The columns of one table, figure by figure, in the order asked for.
class TableMaker {
public:
    /// `fates`: of the answer's cells, or nothing where the answer stands alone.
    TableMaker(const query::Answer& answer, const std::vector<Fate>* fates, const Policy& policy, Tally& tally)
        : answer_(answer), fates_(fates), policy_(policy), tally_(tally) {
        table_.labels = answer.labels;
        for (const Row& row : answer.rows) table_.rows.push_back({row.id, row.labels, {}, row.total});
    }

    void add_measure(std::size_t measure) {
        const Measure& asked = answer_.measures[measure];
        const int places = places_of(answer_, measure);
        table_.columns.push_back({asked.id, asked.title, places, false});
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const query::Cell& cell = answer_.cell(row, measure);
            put(row, fate_of(row, measure), query::rounded_ratio(cell.value, scale_of(asked.count), places));
        }
    }

    void add_formula(const Formula& formula) {
        const std::size_t of = measure_named(answer_, formula.of);
        const std::size_t over = measure_named(answer_, formula.over);
        table_.columns.push_back({formula.id, formula.title, formula.places, is_percentage(formula.kind)});
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const query::Cell& left = answer_.cell(row, of);
            const query::Cell& right = answer_.cell(row, over);
            const std::int64_t left_scale = scale_of(answer_.measures[of].count);
            const std::int64_t right_scale = scale_of(answer_.measures[over].count);
            Shown shown = std::max(fate_of(row, of), fate_of(row, over));
            std::int64_t numerator = left.value;
            std::int64_t denominator = right.value;
            if (!formula.mean_with.empty()) {  // of ÷ ((over + other) ÷ 2) = 2 of ÷ (over + other)
                const std::size_t other = measure_named(answer_, formula.mean_with);
                shown = std::max(shown, fate_of(row, other));
                numerator *= 2;
                denominator += answer_.cell(row, other).value;
            }
            if (shown == Shown::hidden_as_count || shown == Shown::hidden_for_others)
                shown = Shown::hidden_as_dependent;
            put(row, shown, query::evaluate_formula(formula, numerator, left_scale, denominator, right_scale));
        }
    }

    Table take() { return std::move(table_); }

private:
    Shown fate_of(std::size_t row, std::size_t measure) const {
        const Shown alone = fate(answer_.cell(row, measure), answer_.measures[measure], answer_.source, policy_);
        if (fates_ == nullptr || alone != Shown::yes) return alone;
        return shown_as((*fates_)[row * answer_.measures.size() + measure]);
    }

    void put(std::size_t row, Shown shown, const std::optional<Decimal>& value) {
        if (answer_.source == Source::staff) {
            ++tally_.figures;
            tally_.primary += shown == Shown::hidden_as_count;
            tally_.dependent += shown == Shown::hidden_as_dependent;
            tally_.secondary += shown == Shown::hidden_for_others;
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
    const std::vector<Fate>* fates_;
    const Policy& policy_;
    Tally& tally_;
    Table table_;
};

Protector::Protector(const std::vector<query::Answer>& answers, Pattern pattern)
    : policy_(pattern.certificate.policy), answers_(&answers), pattern_(std::move(pattern)) {
    expect_nothing_exact(pattern_->certificate);
}

const std::vector<Fate>* Protector::fates_of(const query::Answer& answer) const {
    if (!pattern_) return nullptr;
    const std::less<> before;
    if (answers_->empty() || before(&answer, answers_->data()) || !before(&answer, answers_->data() + answers_->size()))
        throw std::invalid_argument("the pattern of a release says nothing of an answer outside it");
    return &pattern_->fates[static_cast<std::size_t>(&answer - answers_->data())];
}

ProtectedTable Protector::protect(const query::Answer& answer) {
    TableMaker maker(answer, fates_of(answer), policy_, tally_);
    for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) maker.add_measure(measure);
    return ProtectedTable(maker.take());
}

ProtectedTable Protector::protect(const Metric& metric, const query::Answer& answer) {
    std::vector<std::string> order = metric.columns;
    if (order.empty()) {
        for (const Measure& measure : answer.measures) order.push_back(measure.id);
        for (const Formula& formula : metric.formulas) order.push_back(formula.id);
    }
    TableMaker maker(answer, fates_of(answer), policy_, tally_);
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
