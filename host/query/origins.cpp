#include "query/origins.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "query/column_classes.h"
#include "query/condition.h"
#include "query/series_records.h"
#include "query/staff_records.h"
#include "refusal.h"

namespace quarterdeck::query {
namespace {

Origin origin_of(const Query& query, const Measure& measure, Date as_at) {
    return {query.source, query.source == Source::staff ? as_at.months_before(measure.months_before) : as_at};
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
            for (const Measure& measure : query.measures) {
                if (measure.movement == Movement::none) continue;
                if (origin.date != as_at && origin != origin_of(query, measure, as_at)) continue;
                add(measure.where);
                demand.rows = true;
            }
            demand.groupings.insert(query.by.begin(), query.by.end());
        }
    }
    return demands;
}

std::unique_ptr<Records> records_of(const Origin& origin, const Demand& demand, const Where& where) {
    const snapshot::Input& input = where.input;
    switch (origin.source) {
        case Source::training: return std::make_unique<SeriesRecords>(input.training);
        case Source::published: return std::make_unique<SeriesRecords>(input.published);
        case Source::establishment:
            return std::make_unique<EstablishmentRecords>(posts_at(input.establishment, origin.date));
        case Source::staff: break;
    }
    if (where.staff != nullptr) return std::make_unique<StaffRecords>(where.staff->scan(origin.date, demand));
    const auto found = std::find_if(input.snapshots.begin(), input.snapshots.end(),
                                    [&](const snapshot::Snapshot& each) { return each.date == origin.date; });
    if (found == input.snapshots.end())
        throw Refusal("There are no staff records of " + origin.date.iso() +
                      ", which the queries need. Read the snapshots of all dates that they need.");
    return std::make_unique<StaffRecords>(*found, demand, where.tuning);
}

StaffRecords& staff_at(Date date, Origins& origins) {
    return dynamic_cast<StaffRecords&>(*origins.at({Source::staff, date}).records);
}

MovesSince followed_elsewhere(const std::vector<Date>& earlier, Origins& origins, StaffSource& staff, Date as_at) {
    Followed followed = staff.follow(earlier, as_at);
    for (auto& [date, rows] : followed.rows) staff_at(date, origins).take(std::move(rows));
    MovesSince moves;
    for (auto& [then, profiles] : followed.profiles) moves.try_emplace(then, std::move(profiles));
    return moves;
}

}  // namespace

std::map<Origin, std::vector<std::size_t>> measures_by_origin(const Query& query, Date as_at) {
    std::map<Origin, std::vector<std::size_t>> places;
    for (std::size_t measure = 0; measure < query.measures.size(); ++measure) {
        auto& at_origin = places[origin_of(query, query.measures[measure], as_at)];
        if (query.measures[measure].movement == Movement::none)
            at_origin.push_back(measure);
        else
            places[{query.source, as_at}];
    }
    return places;
}

bool has_movements(const Query& query) {
    return std::any_of(query.measures.begin(), query.measures.end(),
                       [](const Measure& measure) { return measure.movement != Movement::none; });
}

Origins prepare(const std::vector<Query>& queries, const Where& where, Date as_at) {
    Origins origins;
    for (const auto& [origin, demand] : demands(queries, as_at))
        origins.try_emplace(origin, records_of(origin, demand, where));
    return origins;
}

MovesSince moves_since(const std::vector<Query>& queries, Origins& origins, const Where& where, Date as_at) {
    std::set<Date> earlier;
    for (const auto& query : queries)
        for (const Measure& measure : query.measures)
            if (measure.movement != Movement::none) earlier.insert(as_at.months_before(measure.months_before));
    if (earlier.empty()) return {};
    if (where.staff != nullptr)
        return followed_elsewhere({earlier.begin(), earlier.end()}, origins, *where.staff, as_at);
    const auto staff = [&](Date date) -> const StaffRecords& {
        const StaffRecords& records = staff_at(date, origins);
        if (records.snapshot().trail.people.size() != records.snapshot().rows())
            throw Refusal("The staff records of " + date.iso() +
                          " were read without following people, which the queries need. Read them with trails.");
        return records;
    };
    MovesSince moves;
    for (const Date then : earlier) moves.try_emplace(then, staff(then), staff(as_at));
    return moves;
}

}  // namespace quarterdeck::query
