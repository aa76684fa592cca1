#include "disclosure/earlier.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace quarterdeck::disclosure {
namespace {

constexpr int most_months = 600;

/// The measure that asks for a kind of figure again; nothing when this release can't ask it.
std::optional<Measure> asked_again(const PublishedTable::Kind& kind, const std::vector<Date>& dates, Date as_at,
                                   bool same_date) {
    if (!same_date &&
        (kind.movement != Movement::none || std::find(dates.begin(), dates.end(), kind.date) == dates.end()))
        return std::nullopt;
    const auto months = months_between(kind.since, as_at);
    if (!months) return std::nullopt;
    return Measure{.id = kind.id,
                   .title = {},
                   .count = kind.count,
                   .where = kind.where,
                   .months_before = *months,
                   .movement = kind.movement};
}

}  // namespace

std::optional<int> months_between(Date then, Date now) {
    for (int months = 0; months <= most_months; ++months)
        if (now.months_before(months) == then) return months;
    return std::nullopt;
}

Earlier::Earlier(const std::vector<EarlierRelease>& releases, const std::vector<Date>& dates, Date as_at)
    : releases_(releases.size()) {
    for (const EarlierRelease& release : releases)
        for (const PublishedTable& table : release.figures.tables)
            add(table, dates, as_at, release.figures.as_at == as_at);
}

void Earlier::add(const PublishedTable& table, const std::vector<Date>& dates, Date as_at, bool same_date) {
    if (table.lines.empty()) return;
    Query query{.id = table.name};
    query.population.rule = table.population;
    std::vector<std::size_t> kept;
    for (std::size_t kind = 0; kind < table.kinds.size(); ++kind)
        if (auto measure = asked_again(table.kinds[kind], dates, as_at, same_date)) {
            query.measures.push_back(std::move(*measure));
            kept.push_back(kind);
        }
    if (kept.empty()) return;
    for (std::size_t label = 0; label < table.lines.front().of.size(); ++label)
        query.labels.push_back({"label" + std::to_string(label), {}});
    std::vector<std::string> printed;
    for (const PublishedTable::Line& line : table.lines) {
        Row row{.id = line.id, .labels = {}, .where = line.where, .total = line.total};
        // A label without text says that the row takes all values of its column.
        for (const std::string& of : line.of) row.labels.push_back(of == "all" ? Text{} : Text{of, of});
        query.rows.push_back(std::move(row));
        for (const std::size_t kind : kept) printed.push_back(line.figures[kind]);
    }
    queries_.push_back(std::move(query));
    printed_.push_back(std::move(printed));
    names_.push_back(table.name);
}

}  // namespace quarterdeck::disclosure
