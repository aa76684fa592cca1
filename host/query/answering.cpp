#include "query/answering.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "query/found_rows.h"

namespace quarterdeck::query {
namespace {

/// Works out one query's answer.
class Answering {
public:
    Answering(const Query& query, Origins& origins, const MovesSince& moves, Date as_at, Membership* membership)
        : query_(query),
          origins_(origins),
          moves_(moves),
          as_at_(as_at),
          measures_(measures_by_origin(query, as_at)),
          membership_(membership) {
        answer_.labels = query.labels;
        answer_.rows = query.rows;
        answer_.measures = query.measures;
        answer_.source = query.source;
        answer_.population = query.population.rule;
    }

    Answer answer() && {
        if (query_.by.empty()) {
            size_cells();
            count_listed();
        } else {
            for (const Field field : query_.by) {
                const std::string name(field_name(field));
                answer_.labels.push_back({name, {name, name}});
            }
            count_found();
        }
        if (has_movements(query_))
            for (std::size_t row = 0; row < answer_.rows.size(); ++row) count_movements(row);
        return std::move(answer_);
    }

private:
    void size_cells() {
        answer_.cells.resize(answer_.rows.size() * query_.measures.size());
        if (membership_ == nullptr) return;
        membership_->of_cell.emplace_back(answer_.cells.size(), Membership::none);
        membership_->of_row.emplace_back(answer_.cells.size(), Membership::none);
    }

    void count_listed() {
        for (const auto& [origin, measures] : measures_) {
            Prepared& prepared = origins_.at(origin);
            const Bits& population = prepared.selector.entries(query_.population.rule);
            Bits any_row(prepared.records->size());
            std::vector<Bits> fitting;
            for (const Row& row : query_.rows) {
                fitting.push_back(prepared.selector.entries(row.where));
                fitting.back() &= population;
                if (!row.total) any_row |= fitting.back();
            }
            for (std::size_t row = 0; row < fitting.size(); ++row) {
                if (query_.rows[row].total) fitting[row] &= any_row;
                fill(row, fitting[row].entries(), origin, measures);
            }
        }
    }

    void count_found() {
        std::map<Origin, std::vector<Grouping>> groupings;
        FoundRows found(query_, merge_values(groupings));
        std::map<Origin, std::vector<std::vector<std::uint32_t>>> entries_by_group;
        for (const auto& [origin, by_field] : groupings) {
            auto& groups = entries_by_group[origin];
            FoundRows::Place place(query_.by.size());
            for (const std::uint32_t entry : origins_.at(origin).selector.entries(query_.population.rule).entries()) {
                for (std::size_t field = 0; field < place.size(); ++field) place[field] = by_field[field].of[entry];
                const std::uint32_t group = found.group(place);
                if (group >= groups.size()) groups.resize(group + 1);
                groups[group].push_back(entry);
            }
        }
        answer_.rows = found.rows();
        size_cells();
        const auto groups_by_row = found.groups_by_row();
        for (const auto& [origin, measures] : measures_) {
            const auto& groups = entries_by_group.at(origin);
            for (std::size_t row = 0; row < groups_by_row.size(); ++row) {
                std::vector<std::uint32_t> entries;
                for (const std::uint32_t group : groups_by_row[row])
                    if (group < groups.size())
                        entries.insert(entries.end(), groups[group].begin(), groups[group].end());
                fill(row, entries, origin, measures);
            }
        }
    }

    /// The values of each field over all origins, in order; numbers the values of each origin's groupings by them.
    std::vector<std::vector<std::string>> merge_values(std::map<Origin, std::vector<Grouping>>& groupings) const {
        std::vector<std::vector<std::string>> merged;
        for (const Field field : query_.by) {
            std::set<std::string> values;
            for (const auto& [origin, measures] : measures_) {
                auto& grouping = groupings[origin].emplace_back(origins_.at(origin).records->grouping(field));
                values.insert(grouping.values.begin(), grouping.values.end());
            }
            const auto& all = merged.emplace_back(values.begin(), values.end());
            for (auto& [origin, by_field] : groupings)
                for (auto& number : by_field.back().of)
                    number = static_cast<std::uint32_t>(
                        std::lower_bound(all.begin(), all.end(), by_field.back().values[number]) - all.begin());
        }
        return merged;
    }

    /// One row's cells of some measures, from the entries that fit the row.
    void fill(std::size_t row, const std::vector<std::uint32_t>& entries, const Origin& origin,
              const std::vector<std::size_t>& measures) {
        if (has_movements(query_)) entries_[origin].push_back(entries);
        Prepared& prepared = origins_.at(origin);
        std::vector<std::pair<const Rule*, Sums>> summed;
        for (const std::size_t place : measures) {
            const Measure& measure = query_.measures[place];
            auto known = std::find_if(summed.begin(), summed.end(),
                                      [&](const auto& each) { return *each.first == measure.where; });
            if (known == summed.end()) {
                summed.emplace_back(&measure.where, sum(entries, measure.where, prepared));
                known = summed.end() - 1;
            }
            answer_.cells[row * query_.measures.size() + place] = cell(measure.count, known->second);
        }
        if (membership_ != nullptr && query_.source == Source::staff) note(row, entries, prepared, measures);
    }

    using Parts = std::array<Moves::Part, Moves::kinds>;

    /// One row's cells of the measures with a movement.
    void count_movements(std::size_t row) {
        std::deque<std::pair<const Measure*, Parts>> counted;
        for (std::size_t place = 0; place < query_.measures.size(); ++place) {
            const Measure& measure = query_.measures[place];
            if (measure.movement == Movement::none) continue;
            const Moves::Part& part = parts_of(measure, row, counted)[static_cast<std::size_t>(measure.movement)];
            const std::size_t at = row * query_.measures.size() + place;
            answer_.cells[at] = {measure.count == Count::fte ? part.fte : part.people, part.people, true};
            if (membership_ != nullptr) note(at, row, measure, part);
        }
    }

    /// The row's people by movement, as the measure narrows them; `counted` holds those worked out before.
    const Parts& parts_of(const Measure& measure, std::size_t row,
                          std::deque<std::pair<const Measure*, Parts>>& counted) {
        for (const auto& [other, parts] : counted)
            if (other->months_before == measure.months_before && other->where == measure.where) return parts;
        const Date then = as_at_.months_before(measure.months_before);
        return counted
            .emplace_back(&measure,
                          moves_.at(then).parts(fitting(then, row, measure.where), fitting(as_at_, row, measure.where)))
            .second;
    }

    Bits fitting(Date date, std::size_t row, const Rule& where) {
        Prepared& prepared = origins_.at({Source::staff, date});
        Bits bits(prepared.records->size());
        for (const std::uint32_t entry : entries_.at({Source::staff, date})[row]) bits.set(entry);
        if (where != everyone()) bits &= prepared.selector.entries(where);
        return bits;
    }

    void note(std::size_t at, std::size_t row, const Measure& measure, const Moves::Part& part) {
        const Date date = went(measure.movement) ? as_at_.months_before(measure.months_before) : as_at_;
        const Moves& moves = moves_.at(as_at_.months_before(measure.months_before));
        Selections& selections = origins_.at({Source::staff, date}).selections;
        membership_->of_row.back()[at] =
            selections.number(entries_.at({Source::staff, date})[row], membership_->selections);
        membership_->of_cell.back()[at] =
            selections.number(moves.slot_of_row(measure.movement), part.slots, membership_->selections);
    }

    /// Notes which posts a row and its cells rest on.
    void note(std::size_t row, const std::vector<std::uint32_t>& entries, Prepared& prepared,
              const std::vector<std::size_t>& measures) {
        const std::uint32_t whole = prepared.selections.number(entries, membership_->selections);
        for (const std::size_t place : measures) {
            const std::size_t at = row * query_.measures.size() + place;
            const Rule& where = query_.measures[place].where;
            membership_->of_row.back()[at] = whole;
            membership_->of_cell.back()[at] =
                where == everyone()
                    ? whole
                    : prepared.selections.number(narrowed(entries, where, prepared), membership_->selections);
        }
    }

    static std::vector<std::uint32_t> narrowed(const std::vector<std::uint32_t>& entries, const Rule& where,
                                               Prepared& prepared) {
        const Bits& fitting = prepared.selector.entries(where);
        std::vector<std::uint32_t> narrowed;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(narrowed),
                     [&](std::uint32_t entry) { return fitting.test(entry); });
        return narrowed;
    }

    static Sums sum(const std::vector<std::uint32_t>& entries, const Rule& where, Prepared& prepared) {
        return prepared.records->sum(where == everyone() ? entries : narrowed(entries, where, prepared));
    }

    static Cell cell(Count count, const Sums& sums) {
        switch (count) {
            case Count::headcount: return {sums.people, sums.people, sums.known};
            case Count::role_count: return {sums.posts, sums.people, sums.known};
            case Count::fte: return {sums.fte, sums.people, sums.known};
            case Count::value: return {sums.value, 0, sums.known};
        }
        return {0, 0, false};
    }

    const Query& query_;
    Origins& origins_;
    const MovesSince& moves_;
    Date as_at_;
    std::map<Origin, std::vector<std::size_t>> measures_;
    std::map<Origin, std::vector<std::vector<std::uint32_t>>> entries_;  ///< by row, for movements
    Membership* membership_;
    Answer answer_;
};

}  // namespace

Answer answer(const Query& query, Origins& origins, const MovesSince& moves, Date as_at, Membership* membership) {
    return Answering(query, origins, moves, as_at, membership).answer();
}

}  // namespace quarterdeck::query
