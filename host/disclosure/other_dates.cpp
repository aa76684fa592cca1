#include "disclosure/other_dates.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "query/evaluate.h"

namespace quarterdeck::disclosure {
namespace {

using Dates = std::set<Date, std::greater<>>;

/// What releases as at one date look at.
struct Looked {
    Dates dates;
    bool movements = false;
};

void look(const PublishedFigures& figures, Looked& looked) {
    looked.dates.insert(figures.as_at);
    for (const PublishedTable& table : figures.tables)
        for (const PublishedTable::Kind& kind : table.kinds) {
            looked.dates.insert({kind.date, kind.since});
            looked.movements = looked.movements || kind.movement != Movement::none;
        }
}

bool share_a_date(const Dates& some, const Dates& others) {
    return std::any_of(some.begin(), some.end(), [&](Date date) { return others.contains(date); });
}

/// What a release asks of some dates, as one at another date would ask it; people who moved are left out.
std::vector<Query> asked_of(const std::vector<Date>& dates, std::vector<Query> queries, Date as_at, Date other) {
    for (Query& query : queries) {
        std::vector<Measure> kept;
        for (Measure& measure : query.measures) {
            const Date date = as_at.months_before(measure.months_before);
            const auto months = months_between(date, other);
            if (measure.movement != Movement::none || !months ||
                std::find(dates.begin(), dates.end(), date) == dates.end())
                continue;
            measure.months_before = *months;
            kept.push_back(std::move(measure));
        }
        query.measures = std::move(kept);
    }
    std::erase_if(queries, [](const Query& query) { return query.source != Source::staff || query.measures.empty(); });
    return queries;
}

}  // namespace

OtherDates::OtherDates(const std::vector<EarlierRelease>& releases, const std::vector<Query>& own, Date own_as_at,
                       Date as_at, std::vector<Date> dates)
    : own_as_at_(own_as_at),
      as_at_(as_at),
      dates_(std::move(dates)),
      earlier_(releases, dates_, as_at),
      queries_(asked_of(dates_, own, own_as_at, as_at)) {
    queries_.insert(queries_.end(), earlier_.queries().begin(), earlier_.queries().end());
}

std::vector<OtherDates> other_dates(const std::vector<EarlierRelease>& releases, const std::vector<Query>& own,
                                    Date as_at) {
    std::map<Date, Looked, std::greater<>> others;
    for (const EarlierRelease& release : releases)
        if (release.figures.as_at != as_at) look(release.figures, others[release.figures.as_at]);
    std::erase_if(others, [](const auto& other) { return !other.second.movements; });
    const std::vector<Date> needed = query::dates_needed(own, as_at);
    Dates reached(needed.begin(), needed.end());
    for (const EarlierRelease& release : releases)
        if (Looked looked; release.figures.as_at == as_at) {
            look(release.figures, looked);
            reached.insert(looked.dates.begin(), looked.dates.end());
        }
    std::set<Date, std::greater<>> joined;
    for (bool more = true; more;) {
        more = false;
        for (const auto& [date, looked] : others)
            if (!joined.contains(date) && share_a_date(looked.dates, reached)) {
                reached.insert(looked.dates.begin(), looked.dates.end());
                joined.insert(date);
                more = true;
            }
    }
    std::vector<OtherDates> found;
    for (const Date date : joined) {
        const Dates& dates = others.at(date).dates;
        found.emplace_back(releases, own, as_at, date, std::vector<Date>(dates.begin(), dates.end()));
    }
    return found;
}

}  // namespace quarterdeck::disclosure
