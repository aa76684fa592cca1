#include "disclosure/problem.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "disclosure/extents.h"
#include "disclosure/groups.h"
#include "disclosure/relations.h"
#include "disclosure/views.h"
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

/// How many months before the report's date a measure's people are counted.
int months_before(const Measure& measure) {
    return measure.movement == Movement::none || went(measure.movement) ? measure.months_before : 0;
}

class Building {
public:
    Building(const std::vector<query::Answer>& answers, const query::Membership& membership, const Policy& policy,
             const Earlier& earlier)
        : answers_(answers),
          membership_(membership),
          policy_(policy),
          earlier_(earlier),
          own_answers_(answers.size() - earlier.queries().size()),
          extents_(membership) {}

    Problem problem() && {
        for (std::size_t answer = 0; answer < answers_.size(); ++answer) add_extents(answer);
        same_ = extents_.same();
        if (policy_.group_disclosure == GroupDisclosure::suppress) mark_groups();
        for (std::size_t answer = 0; answer < answers_.size(); ++answer) add_cells(answer);
        remember();
        add_companions();
        add_relations();
        add_insiders();
        for (std::size_t cell = 0; cell < problem_.model.cells.size(); ++cell)
            if (problem_.model.cells[cell].weight != 0)
                problem_.model.cells[cell].weight += static_cast<std::int64_t>(cell % tie_weights);
        return std::move(problem_);
    }

private:
    /// What makes a cell: what is counted, whether it is a change in it, and in which extent.
    using Counted = std::tuple<Count, bool, std::uint32_t>;

    /// One cell of an answer: its row's extent and its own.
    struct Seen {
        std::size_t row = 0;
        std::size_t measure = 0;
        std::uint32_t whole = 0;
        std::uint32_t own = 0;
    };

    std::int64_t units(Count count, std::int64_t value) const {
        return count == Count::fte ? value : value * Model::unit;
    }

    /// Notes the cells that tell of everybody in a row the same: they are hidden, whatever they count.
    void mark_groups() {
        std::set<std::tuple<std::size_t, std::size_t, std::size_t>> places;
        for (const SharedValue& shared : shared_values(answers_))
            for (const std::size_t measure : shared.picking) places.emplace(shared.answer, shared.row, measure);
        for (const auto& [number, seen] : seen_)
            for (const Seen& place : seen)
                if (places.contains({number, place.row, place.measure}))
                    groups_.insert(counted(answers_[number].measures[place.measure], place));
    }

    Counted counted(const Measure& asked, const Seen& place) const {
        return {asked.count, changes_fte(way_of(asked)), same_[place.own]};
    }

    void add_extents(std::size_t number) {
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

    void add_cells(std::size_t number) {
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
            people_.try_emplace(same_[place.own], cell.people);
            auto& weight = problem_.model.cells[cell_of[at]].weight;
            weight = std::max(weight, weight_of(asked, answer.rows[place.row]));
            problem_.shown[cell_of[at]] = 1;
            if (number < own_answers_) problem_.own[cell_of[at]] = 1;
        }
    }

    /// The columns that the rules of a row's posts narrow; a total's as far as all of its rows do.
    static std::set<Field> columns_of(const query::Answer& answer, std::size_t row) {
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

    void see(const Seen& place, const Way& way, std::uint32_t cell) {
        views_.see(place.whole, way, cell);
        if (!changes_fte(way)) views_.see(place.own, {way.count, ""}, cell);
    }

    /// Whether the figure isn't its people's FTE but how much that changed.
    static bool changes_fte(const Way& way) { return way.count == Count::fte && is_change(way.movement); }

    std::int64_t weight_of(const Measure& measure, const Row& row) const {
        const Weights& weights = policy_.weights;
        if (measure.count == Count::fte) return weight_units * weights.fte;
        if (!counts_all(measure)) return weight_units * weights.part;
        return weight_units * (row.total ? weights.total : weights.headcount);
    }

    /// Measures that pick values of one field are parts of a whole.
    void note_part(const Measure& measure) {
        if (measure.where.alternatives.size() != 1 || measure.where.alternatives.front().size() != 1) return;
        const Condition& condition = measure.where.alternatives.front().front();
        const std::string key = key_of(measure.where);
        if (condition.test == Condition::Test::is) parts_[condition.field].emplace(condition.values, key);
        if (condition.test == Condition::Test::is_not) others_[condition.field].emplace(condition.values, key);
    }

    std::uint32_t cell_for(const Counted& counted, const query::Cell& cell) {
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
        extent_of_.push_back(extent);
        return number;
    }

    /// Nobody is to know whether it is one of the few, nobody, or everybody: its bounds say nothing.
    void hide_group(std::uint32_t cell) {
        Model::Cell& hidden = problem_.model.cells[cell];
        hidden.low = 0;
        hidden.high = Model::unlimited;
        hidden.hidden = true;
        if (!hidden.whole) return;
        hidden.width = (policy_.width - 1) * Model::unit;
        problem_.primary[cell] = 1;
    }

    /// Holds the problem to what earlier releases printed and hid.
    void remember() {
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

    void remember(const Problem::Place& place, const std::string& was, std::set<std::uint32_t>& known,
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

    void keep_hidden(std::uint32_t cell) {
        Model::Cell& hidden = problem_.model.cells[cell];
        hidden.hidden = true;
        if (hidden.whole) hidden.width = std::max<std::int64_t>(hidden.width, (policy_.width - 1) * Model::unit);
        problem_.kept[cell] = 1;
    }

    bool is_known(std::uint32_t cell) const {
        return problem_.model.cells[cell].low == problem_.model.cells[cell].high;
    }

    /// FTE and posts are hidden with the people behind them, whose number is a cell even where no table has it.
    void add_companions() {
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

    /// Rows without totals, of a query by fields each level of totals for itself; and what each measure picks of them.
    struct Families {
        std::set<Family> rows;
        std::set<Family> picked;
    };

    Families families() const {
        Families families;
        for (const auto& [number, seen] : seen_) {
            const query::Answer& answer = answers_[number];
            std::map<std::pair<int, std::vector<bool>>, std::set<std::uint32_t>> levels;
            std::map<std::pair<std::size_t, std::vector<bool>>, std::set<std::uint32_t>> picked;
            for (const auto& [row, measure, whole, own] : seen) {
                std::vector<bool> summed;
                for (const Text& label : answer.rows[row].labels) summed.push_back(label.en.empty());
                const bool by_fields = std::find(summed.begin(), summed.end(), true) != summed.end();
                if (answer.rows[row].total && !by_fields) continue;
                levels[{months_before(answer.measures[measure]), summed}].insert(whole);
                if (own != whole) picked[{measure, summed}].insert(own);
            }
            for (const auto& [level, rows] : levels) families.rows.emplace(rows.begin(), rows.end());
            for (const auto& [level, parts] : picked) families.picked.emplace(parts.begin(), parts.end());
        }
        return families;
    }

    /// The rows of each table that lie in no other row of it: what totals over several tables are made of.
    Family widest_rows() const {
        std::set<std::uint32_t> widest;
        for (const auto& [number, seen] : seen_) {
            std::set<std::uint32_t> rows;
            for (const auto& [row, measure, whole, own] : seen) rows.insert(whole);
            for (const std::uint32_t row : rows)
                if (std::none_of(rows.begin(), rows.end(), [&](std::uint32_t other) {
                        return extents_.posts(row).is_proper_subset_of(extents_.posts(other));
                    }))
                    widest.insert(row);
        }
        return {widest.begin(), widest.end()};
    }

    void add_relations() {
        Relations relations(problem_.model, views_, extents_, unsure_);
        const Families all = families();
        const std::vector<Family> tables(all.rows.begin(), all.rows.end());
        for (const Family& family : tables) relations.add_parts_of_rows(family);
        for (const Family& family : all.picked) relations.add_parts_of_rows(family);
        relations.add_parts_of_rows(widest_rows());
        for (std::size_t one = 0; one < tables.size(); ++one)
            for (std::size_t other = one + 1; other < tables.size(); ++other)
                relations.add_same_posts(tables[one], tables[other]);
        std::vector<std::vector<std::string>> parts;
        for (const auto& [field, wheres] : parts_) add_disjoint(wheres, parts);
        for (const auto& [field, wheres] : others_)
            for (const auto& [values, where] : wheres)
                if (const auto known = parts_.find(field); known != parts_.end() && known->second.contains(values))
                    parts.push_back({known->second.at(values), where});
        relations.add_parts_of_measures(parts);
        add_balances(relations);
        relations.add_people_and_posts();
    }

    /// Rows at the two dates that some movement of theirs spans.
    void add_balances(Relations& relations) const {
        for (const auto& [number, seen] : seen_) {
            std::map<std::pair<std::size_t, int>, std::uint32_t> wholes;  // by row and months before
            std::set<std::pair<std::size_t, int>> spans;
            for (const auto& [row, measure, whole, own] : seen) {
                const Measure& asked = answers_[number].measures[measure];
                wholes.emplace(std::pair(row, months_before(asked)), whole);
                if (asked.movement != Movement::none) spans.emplace(row, asked.months_before);
            }
            for (const auto& [row, months] : spans) {
                const auto then = wholes.find({row, months});
                const auto now = wholes.find({row, 0});
                if (then != wholes.end() && now != wholes.end())
                    relations.add_balance(then->second, now->second, months);
            }
        }
    }

    /// Lists of measures that share no value.
    static void add_disjoint(const std::map<std::vector<std::string>, std::string>& wheres,
                             std::vector<std::vector<std::string>>& parts) {
        std::vector<std::set<std::string>> used;
        std::vector<std::vector<std::string>> lists;
        for (const auto& [values, where] : wheres) {
            std::size_t list = 0;
            while (list < used.size() && std::any_of(values.begin(), values.end(), [&](const std::string& value) {
                       return used[list].contains(value);
                   }))
                ++list;
            if (list == used.size()) {
                used.emplace_back();
                lists.emplace_back();
            }
            used[list].insert(values.begin(), values.end());
            lists[list].push_back(where);
        }
        parts.insert(parts.end(), lists.begin(), lists.end());
    }

    /// Cells of one person each that add up with each other: neither protects the other from its own person.
    void add_insiders() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        const auto& cells = problem_.model.cells;
        const auto alone = [&](std::uint32_t cell) {
            return problem_.primary[cell] != 0 && problem_.shown[cell] != 0 && cells[cell].value == Model::unit &&
                   cells[cell].high != Model::unlimited && cells[cell].high > Model::unit;
        };
        for (const Model::Relation& relation : problem_.model.relations) {
            if (!relation.equal) continue;
            for (const auto& [known, factor] : relation.terms)
                for (const auto& [target, other] : relation.terms)
                    if (known != target && alone(known) && alone(target) &&
                        !extents_.people(extent_of_[known]).intersects(extents_.people(extent_of_[target])))
                        pairs.emplace(known, target);
        }
        for (const auto& [known, target] : pairs) problem_.model.insiders.push_back({known, target});
    }

    const std::vector<query::Answer>& answers_;
    const query::Membership& membership_;
    const Policy& policy_;
    const Earlier& earlier_;
    std::size_t own_answers_;
    Extents extents_;
    Views views_;
    Problem problem_;
    std::set<std::uint32_t> unsure_;  ///< their extents
    std::set<Counted> groups_;        ///< what tells of everybody in a row the same, where that is hidden
    std::map<Counted, std::uint32_t> numbers_;
    std::map<std::uint32_t, std::int64_t> people_;
    std::map<std::size_t, std::vector<Seen>> seen_;  ///< by answer
    std::vector<std::uint32_t> same_;                ///< for each extent
    std::vector<std::uint32_t> extent_of_;
    std::map<Field, std::map<std::vector<std::string>, std::string>> parts_;   ///< measures that pick values
    std::map<Field, std::map<std::vector<std::string>, std::string>> others_;  ///< measures that leave them out
};

}  // namespace

Problem build_problem(const std::vector<query::Answer>& answers, const query::Membership& membership,
                      const Policy& policy, const Earlier& earlier) {
    return Building(answers, membership, policy, earlier).problem();
}

}  // namespace quarterdeck::disclosure
