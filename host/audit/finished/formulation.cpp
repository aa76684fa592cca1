#include "audit/finished/formulation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "audit/finished/figures.h"
#include "audit/finished/known_relations.h"
#include "audit/finished/results.h"
#include "audit/printed.h"

namespace quarterdeck::audit {
namespace {

constexpr std::size_t none = Figures::none;

/// Above 1,000 per cent a ratio says nothing of parts.
constexpr std::int64_t most_ratio = 1000 * Printed::unit;

/// Rows make up a total counted this way too: moving between rows isn't moving into or out of the total.
bool adds_up(Movement movement) {
    constexpr std::array within_rows{Movement::recoded_in, Movement::moved_in, Movement::recoded_out,
                                     Movement::moved_out,  Movement::stayed,   Movement::more_hours,
                                     Movement::fewer_hours};
    return std::find(within_rows.begin(), within_rows.end(), movement) == within_rows.end();
}

class Formulating {
public:
    Formulating(const FinishedRelease& release, const ReadTables& tables)
        : release_(release), figures_(release, tables), known_(figures_.all(), release.policy) {}

    Formulation formulate() {
        for (const FinishedTable& table : release_.tables) {
            if (!figures_.counts_staff(table)) continue;
            add_totals(table);
            add_balances(table);
            add_ratios(table);
        }
        for (const auto& [people, figures] : figures_.of_rows()) {
            add_parts(figures);
            add_people_and_posts(figures);
        }
        return std::move(known_).formulation();
    }

private:
    /// Which rows a total is the total of.
    static std::vector<std::vector<std::size_t>> parts_of_total(const query::Answer& answer, std::size_t total) {
        const auto is_summed = [&](std::size_t row, std::size_t label) {
            return answer.rows[row].labels[label].en.empty();
        };
        std::vector<std::size_t> others;
        std::map<std::size_t, std::vector<std::size_t>> by_label;
        for (std::size_t row = 0; row < answer.rows.size(); ++row) {
            if (!answer.rows[row].total) others.push_back(row);
            std::vector<std::size_t> finer;
            bool agrees = row != total;
            for (std::size_t label = 0; agrees && label < answer.labels.size(); ++label) {
                if (answer.rows[row].labels[label] == answer.rows[total].labels[label]) continue;
                agrees = is_summed(total, label);
                finer.push_back(label);
            }
            if (agrees && finer.size() == 1) by_label[finer.front()].push_back(row);
        }
        std::vector<std::vector<std::size_t>> parts;
        parts.reserve(by_label.size() + 1);
        for (auto& [label, rows] : by_label) parts.push_back(std::move(rows));
        if (parts.empty() && answer.rows[total].where == everyone()) parts.push_back(std::move(others));
        return parts;
    }

    void add_totals(const FinishedTable& table) {
        const query::Answer& answer = figures_.answer(table);
        for (std::size_t total = 0; total < answer.rows.size(); ++total) {
            if (!answer.rows[total].total) continue;
            for (const std::vector<std::size_t>& rows : parts_of_total(answer, total))
                for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) {
                    const std::size_t whole = figures_.at(table, total, measure);
                    if (whole == none || !adds_up(answer.measures[measure].movement)) continue;
                    std::vector<std::size_t> parts;
                    for (const std::size_t row : rows)
                        if (const std::size_t part = figures_.at(table, row, measure); part != none)
                            parts.push_back(part);
                    known_.add_partition(whole, parts, parts.size() == rows.size());
                }
        }
    }

    /// Figures of a table's row that are counted one way, by movement and months.
    using Moving = std::map<std::pair<Movement, int>, std::size_t>;

    void add_balances(const FinishedTable& table) {
        const query::Answer& answer = figures_.answer(table);
        for (std::size_t row = 0; row < answer.rows.size(); ++row) {
            std::map<std::pair<Count, std::string>, Moving> ways;
            for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) {
                const Measure& asked = answer.measures[measure];
                if (const std::size_t figure = figures_.at(table, row, measure); figure != none)
                    ways[{asked.count, counted(asked).where}].emplace(std::pair(asked.movement, asked.months_before),
                                                                      figure);
            }
            for (const auto& [way, moving] : ways)
                for (const auto& [kind, figure] : moving)
                    if (kind.first == Movement::none && kind.second > 0) add_balance(moving, kind.second, way.first);
        }
    }

    /// then + came − went = now; as far as the table has all of them.
    void add_balance(const Moving& moving, int months, Count count) {
        KnownRelations::Terms terms;
        bool complete = true;
        const auto take = [&](Movement movement, int before, std::int64_t factor) {
            const auto found = moving.find({movement, before});
            complete = complete && found != moving.end();
            if (complete) terms[found->second] += factor;
        };
        take(Movement::none, months, 1);
        take(Movement::none, 0, -1);
        for (int number = 1; number <= static_cast<int>(Movement::left); ++number) {
            const auto movement = static_cast<Movement>(number);
            if (came(movement)) take(movement, months, 1);
            if (went(movement)) take(movement, months, -1);
        }
        if (count == Count::fte) {
            take(Movement::more_hours, months, 1);
            take(Movement::fewer_hours, months, -1);
        }
        if (complete) known_.add(terms, 0, 0);
    }

    /// Measures that pick values of one field, of the same rows.
    void add_parts(const std::map<Counted, std::size_t>& figures) {
        std::map<Counted, std::map<Field, std::vector<Part>>> groups;
        for (const auto& [way, figure] : figures) {
            if (way.where.empty()) continue;
            const auto rule = rules().find(way.where);
            if (rule == rules().end()) continue;
            groups[{way.count, way.movement, way.months, {}}][rule->second.field].push_back(
                {{rule->second.values.begin(), rule->second.values.end()}, figure});
        }
        for (const auto& [way, fields] : groups) {
            const auto whole = figures.find(way);
            if (whole == figures.end()) continue;
            for (const auto& [field, parts] : fields)
                for (const std::vector<std::size_t>& list : disjoint(parts)) {
                    std::int64_t sum = 0;
                    for (const std::size_t part : list) sum += figures_.all()[part].truth;
                    known_.add_partition(whole->second, list, sum >= figures_.all()[whole->second].truth);
                }
        }
    }

    struct Part {
        std::set<std::string> values;
        std::size_t figure = 0;
    };

    static std::vector<std::vector<std::size_t>> disjoint(const std::vector<Part>& parts) {
        std::vector<std::pair<std::set<std::string>, std::vector<std::size_t>>> lists;
        for (const Part& part : parts) {
            auto list = std::find_if(lists.begin(), lists.end(), [&](const auto& each) {
                return std::none_of(part.values.begin(), part.values.end(),
                                    [&](const std::string& value) { return each.first.contains(value); });
            });
            if (list == lists.end()) list = lists.insert(lists.end(), {{}, {}});
            list->first.insert(part.values.begin(), part.values.end());
            list->second.push_back(part.figure);
        }
        std::vector<std::vector<std::size_t>> figures;
        figures.reserve(lists.size());
        for (auto& [values, list] : lists) figures.push_back(std::move(list));
        return figures;
    }

    /// The rules of measures that pick values of one field, by their keys.
    const std::map<std::string, Condition>& rules() {
        if (!rules_.empty()) return rules_;
        for (const FinishedTable& table : release_.tables) {
            if (!figures_.counts_staff(table)) continue;
            for (const Measure& measure : figures_.answer(table).measures) {
                const auto& alternatives = measure.where.alternatives;
                if (alternatives.size() == 1 && alternatives.front().size() == 1 &&
                    alternatives.front().front().test == Condition::Test::is)
                    rules_.emplace(counted(measure).where, alternatives.front().front());
            }
        }
        return rules_;
    }

    void add_people_and_posts(const std::map<Counted, std::size_t>& figures) {
        for (const auto& [way, figure] : figures) {
            if (way.count == Count::headcount || is_change(way.movement)) continue;
            const auto people = figures.find({Count::headcount, way.movement, way.months, way.where});
            if (people == figures.end()) continue;
            if (way.count == Count::fte)
                known_.add({{people->second, Printed::unit}, {figure, -1}}, 0, Relation::open);
            else
                known_.add_at_most(people->second, figure);
        }
    }

    void add_ratios(const FinishedTable& table) {
        for (std::size_t row = 0; row < figures_.answer(table).rows.size(); ++row)
            for (const Formula& formula : table.described->formulas) add_ratio(table, row, formula);
    }

    std::size_t named(const FinishedTable& table, std::size_t row, const std::string& id) const {
        const std::vector<Measure>& measures = figures_.answer(table).measures;
        for (std::size_t measure = 0; measure < measures.size(); ++measure)
            if (measures[measure].id == id) return figures_.at(table, row, measure);
        return none;
    }

    void add_ratio(const FinishedTable& table, std::size_t row, const Formula& formula) {
        const std::optional<Printed> printed = read_result(figures_.text(table, row, formula.id));
        if (!printed || printed->kind != Printed::Kind::number || std::abs(printed->value) > most_ratio) return;
        const std::size_t of = named(table, row, formula.of);
        std::vector<std::size_t> under{named(table, row, formula.over)};
        if (!formula.mean_with.empty()) under.push_back(named(table, row, formula.mean_with));
        if (of == none || std::find(under.begin(), under.end(), none) != under.end()) return;
        const Range rounded = unrounded(*printed);
        if (formula.kind == Formula::Kind::difference)
            add_difference(of, under.front(), rounded);
        else
            add_quotient(of, under, quotient_of(formula, rounded));
    }

    /// low × under ≤ times × of ≤ high × under.
    void add_quotient(std::size_t of, const std::vector<std::size_t>& under, const Quotient& quotient) {
        if (std::abs(quotient.range.high) > most_ratio) return;
        const std::int64_t below = figures_.all()[under.front()].unit();
        const std::int64_t above = figures_.all()[of].unit();
        if (below > above) return;
        const std::int64_t scale =
            Printed::unit * quotient.times * below / above * static_cast<std::int64_t>(under.size());
        for (const bool most : {true, false}) {
            KnownRelations::Terms terms;
            for (const std::size_t each : under) terms[each] += most ? quotient.range.high : -quotient.range.low;
            terms[of] += most ? -scale : scale;
            known_.add(terms, 0, Relation::open);
        }
    }

    void add_difference(std::size_t of, std::size_t less, Range range) {
        KnownRelations::Terms terms;
        terms[of] += Printed::unit / figures_.all()[of].unit();
        terms[less] -= Printed::unit / figures_.all()[less].unit();
        known_.add(terms, range.low, range.high);
    }

    const FinishedRelease& release_;
    Figures figures_;
    KnownRelations known_;
    std::map<std::string, Condition> rules_;
};

}  // namespace

Formulation formulate(const FinishedRelease& release, const ReadTables& tables) {
    return Formulating(release, tables).formulate();
}

}  // namespace quarterdeck::audit
