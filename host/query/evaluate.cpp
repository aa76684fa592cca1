#include "query/evaluate.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "query/check.h"
#include "query/condition.h"
#include "query/found_rows.h"
#include "query/selections.h"
#include "query/selector.h"
#include "query/series_records.h"
#include "query/staff_records.h"
#include "query/tuning.h"
#include "refusal.h"

namespace quarterdeck::query {
namespace {

/// The records that some measures of a query are counted in: a source at a date.
struct Origin {
    Source source;
    Date date;

    auto operator<=>(const Origin&) const = default;
};

struct Prepared {
    std::unique_ptr<Records> records;
    Selector selector;
    Selections selections;

    explicit Prepared(std::unique_ptr<Records> made) : records(std::move(made)), selector(*records) {}
};

using Origins = std::map<Origin, Prepared>;

Origin origin_of(const Query& query, const Measure& measure, Date as_at) {
    return {query.source, query.source == Source::staff ? as_at.months_before(measure.months_before) : as_at};
}

/// The measures of a query (their places) that are counted in the same records.
std::map<Origin, std::vector<std::size_t>> measures_by_origin(const Query& query, Date as_at) {
    std::map<Origin, std::vector<std::size_t>> places;
    for (std::size_t measure = 0; measure < query.measures.size(); ++measure)
        places[origin_of(query, query.measures[measure], as_at)].push_back(measure);
    return places;
}

/// What the queries ask of each origin, every condition once.
std::map<Origin, Demand> demands(const std::vector<Query>& queries, Date as_at) {
    std::map<Origin, Demand> demands;
    std::map<Origin, std::set<std::string>> named;
    for (const auto& query : queries) {
        for (const auto& [origin, measures] : measures_by_origin(query, as_at)) {
            Demand& demand = demands[origin];
            const auto add = [&, &names = named[origin]](const Rule& rule) {
                for (const auto& alternative : rule.alternatives)
                    for (const auto& condition : alternative)
                        if (names.insert(key_of(condition)).second) demand.conditions.push_back(condition);
            };
            add(query.population.rule);
            for (const auto& row : query.rows) add(row.where);
            for (const std::size_t measure : measures) add(query.measures[measure].where);
            demand.groupings.insert(query.by.begin(), query.by.end());
        }
    }
    return demands;
}

std::unique_ptr<Records> records_of(const Origin& origin, const Demand& demand, const snapshot::Input& input,
                                    const Tuning& tuning) {
    switch (origin.source) {
        case Source::training: return std::make_unique<SeriesRecords>(input.training);
        case Source::published: return std::make_unique<SeriesRecords>(input.published);
        case Source::staff: break;
    }
    const auto found = std::find_if(input.snapshots.begin(), input.snapshots.end(),
                                    [&](const snapshot::Snapshot& each) { return each.date == origin.date; });
    if (found == input.snapshots.end())
        throw Refusal("There are no staff records of " + origin.date.iso() +
                      ", which the queries need. Read the snapshots of all dates that they need.");
    return std::make_unique<StaffRecords>(*found, demand, tuning);
}

/// Works out one query's answer.
class Answering {
public:
    /// Notes in `membership`, where there is one, which records each cell rests on.
    Answering(const Query& query, Origins& origins, Date as_at, Membership* membership)
        : query_(query), origins_(origins), measures_(measures_by_origin(query, as_at)), membership_(membership) {
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
                fill(row, fitting[row].entries(), prepared, measures);
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
                fill(row, entries, origins_.at(origin), measures);
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
    void fill(std::size_t row, const std::vector<std::uint32_t>& entries, Prepared& prepared,
              const std::vector<std::size_t>& measures) {
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
    std::map<Origin, std::vector<std::size_t>> measures_;
    Membership* membership_;
    Answer answer_;
};

/// Groups people and posts of all staff records, latest date first.
void group(Origins& origins, Membership& membership) {
    for (auto origin = origins.rbegin(); origin != origins.rend(); ++origin)
        if (const auto* staff = dynamic_cast<const StaffRecords*>(origin->second.records.get()))
            origin->second.selections.group(staff->combinations(), membership);
}

std::vector<Answer> answer_all(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                               const Tuning& tuning, Membership* membership) {
    for (const auto& query : queries) check(query);
    Origins origins;
    for (const auto& [origin, demand] : demands(queries, as_at))
        origins.try_emplace(origin, records_of(origin, demand, input, tuning));
    std::vector<Answer> answers;
    answers.reserve(queries.size());
    for (const auto& query : queries) answers.push_back(Answering(query, origins, as_at, membership).answer());
    if (membership != nullptr) group(origins, *membership);
    return answers;
}

}  // namespace

std::vector<Date> dates_needed(const std::vector<Query>& queries, Date as_at) {
    std::set<Date, std::greater<>> dates{as_at};
    for (const auto& query : queries) {
        check(query);
        for (const auto& measure : query.measures) dates.insert(as_at.months_before(measure.months_before));
    }
    return {dates.begin(), dates.end()};
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             const Tuning& tuning) {
    return answer_all(queries, input, as_at, tuning, nullptr);
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at) {
    return evaluate(queries, input, as_at, Tuning{});
}

std::vector<Answer> evaluate(const std::vector<Query>& queries, const snapshot::Input& input, Date as_at,
                             Membership& membership) {
    membership = {};
    return answer_all(queries, input, as_at, Tuning{}, &membership);
}

}  // namespace quarterdeck::query
