#include "query/found_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "refusal.h"

namespace quarterdeck::query {
namespace {

constexpr std::uint32_t all_values = std::numeric_limits<std::uint32_t>::max();

std::vector<std::vector<char>> levels_of(Totals totals, std::size_t fields) {
    std::vector<std::vector<char>> levels{std::vector<char>(fields, 1)};
    const auto add_prefix = [&](std::size_t kept) {
        levels.emplace_back(fields, 0);
        std::fill_n(levels.back().begin(), kept, 1);
    };
    switch (totals) {
        case Totals::none: break;
        case Totals::grand: add_prefix(0); break;
        case Totals::rollup:
            for (std::size_t kept = fields; kept-- > 0;) add_prefix(kept);
            break;
        case Totals::cube:
            for (std::size_t field = 0; field < fields; ++field)
                for (std::size_t level = levels.size(); level-- > 0;) {
                    levels.push_back(levels[level]);
                    levels.back()[field] = 0;
                }
            break;
    }
    return levels;
}

/// The value as it stands in a row's id, where `,` separates.
std::string escaped(const std::string& value) {
    std::string text;
    for (const char c : value) {
        if (c == ',' || c == '\\') text += '\\';
        text += c;
    }
    return text;
}

}  // namespace

FoundRows::FoundRows(const Query& query, std::vector<std::vector<std::string>> values)
    : query_(query), values_(std::move(values)), levels_(levels_of(query.totals, query.by.size())) {}

std::uint32_t FoundRows::group(const Place& place) {
    const auto number = static_cast<std::uint32_t>(groups_.size());
    const auto [known, added] = groups_.try_emplace(place, number);
    if (!added) return known->second;
    for (const auto& level : levels_) {
        Place kept = place;
        for (std::size_t field = 0; field < kept.size(); ++field)
            if (level[field] == 0) kept[field] = all_values;
        groups_of_row_[std::move(kept)].push_back(number);
    }
    if (groups_of_row_.size() > most_found_rows)
        throw Refusal("Query \"" + query_.id + "\" finds more than " + std::to_string(most_found_rows) +
                      " rows. Group by fewer fields, or narrow its population.");
    return number;
}

std::vector<Row> FoundRows::rows() const {
    std::vector<Row> rows;
    rows.reserve(groups_of_row_.size());
    for (const auto& [place, groups] : groups_of_row_) rows.push_back(row(place));
    return rows;
}

std::vector<std::vector<std::uint32_t>> FoundRows::groups_by_row() const {
    std::vector<std::vector<std::uint32_t>> groups_by_row;
    groups_by_row.reserve(groups_of_row_.size());
    for (const auto& [place, groups] : groups_of_row_) groups_by_row.push_back(groups);
    return groups_by_row;
}

Row FoundRows::row(const Place& place) const {
    Row row;
    for (std::size_t field = 0; field < place.size(); ++field) {
        if (place[field] == all_values) {
            row.labels.emplace_back();
            row.total = true;
            continue;
        }
        const std::string& value = values_[field][place[field]];
        row.labels.push_back({value, value});
        row.where.alternatives.front().push_back({query_.by[field], Condition::Test::is, {value}});
        if (!row.id.empty()) row.id += ',';
        row.id += std::string(field_name(query_.by[field])) + '=' + escaped(value);
    }
    if (row.id.empty()) row.id = "all";
    return row;
}

}  // namespace quarterdeck::query
