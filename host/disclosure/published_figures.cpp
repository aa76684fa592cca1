#include "disclosure/published_figures.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "disclosure/published_figures_codec.h"
#include "query/condition.h"
#include "query/exact.h"
#include "refusal.h"

namespace quarterdeck::disclosure {
namespace {

constexpr std::int64_t fte_units = 100'000;
constexpr int fte_places = 2;

template <class T>
void sort_and_unite(std::vector<T>& list) {
    const auto key = [](const T& one) {
        if constexpr (std::is_same_v<T, Rule::Alternative>)
            return query::key_of(Rule{{one}});
        else if constexpr (std::is_same_v<T, Condition>)
            return query::key_of(one);
        else
            return one;
    };
    std::sort(list.begin(), list.end(), [&](const T& one, const T& other) { return key(one) < key(other); });
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

PublishedTable::Kind kind_of(const Measure& measure, Date as_at) {
    const Date then = as_at.months_before(measure.months_before);
    const bool moves = measure.movement != Movement::none;
    return {.id = measure.id,
            .count = measure.count,
            .where = canonical(measure.where),
            .date = moves ? as_at : then,
            .movement = measure.movement,
            .since = then};
}

std::string key_of(const PublishedTable::Kind& kind) {
    return kind.date.iso() + kind.since.iso() + "/" + std::to_string(static_cast<int>(kind.count)) + "/" +
           std::to_string(static_cast<int>(kind.movement)) + "/" + query::key_of(kind.where) + "/" + kind.id;
}

std::string key_of(const PublishedTable::Line& line) {
    return query::key_of(line.where) + (line.total ? "/all/" : "/") + line.id;
}

/// The places of a list's elements in the order of their keys.
template <class T>
std::vector<std::size_t> in_order(const std::vector<T>& list) {
    std::vector<std::string> keys;
    keys.reserve(list.size());
    for (const T& one : list) keys.push_back(key_of(one));
    std::vector<std::size_t> order(list.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) { return keys[one] < keys[other]; });
    return order;
}

PublishedTable published_table(const Query& query, const query::Answer& answer, const std::vector<Fate>& fates,
                               const std::string& name, Date as_at) {
    PublishedTable table{.name = name, .population = canonical(answer.population), .kinds = {}, .lines = {}};
    std::vector<PublishedTable::Kind> kinds;
    for (const Measure& measure : answer.measures) kinds.push_back(kind_of(measure, as_at));
    const std::vector<std::size_t> order = in_order(kinds);
    for (const std::size_t at : order) table.kinds.push_back(kinds[at]);
    std::vector<PublishedTable::Line> lines;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        const Row& of = answer.rows[row];
        PublishedTable::Line line{of.id, canonical(of.where), of.total, {}, {}};
        for (const Text& label : of.labels) line.of.emplace_back(label.en.empty() ? "all" : "one");
        // A total that was found in the data is told by its own rule.
        if (!query.by.empty()) line.total = false;
        for (const std::size_t at : order)
            line.figures.push_back(
                printed(answer.cell(row, at), answer.measures[at], fates[row * answer.measures.size() + at]));
        lines.push_back(std::move(line));
    }
    for (const std::size_t at : in_order(lines)) table.lines.push_back(std::move(lines[at]));
    return table;
}

void expect_complete(const PublishedFigures& figures, const std::string& place) {
    for (const PublishedTable& table : figures.tables)
        for (const PublishedTable::Line& line : table.lines)
            if (line.figures.size() != table.kinds.size())
                throw Refusal(place + ": the row " + line.id + " of " + table.name +
                              " hasn't a figure for each measure, so this isn't what a release published. Take the "
                              "release from where it was kept.");
}

}  // namespace

Rule canonical(const Rule& rule) {
    Rule sorted = rule;
    for (Rule::Alternative& alternative : sorted.alternatives) {
        for (Condition& condition : alternative) sort_and_unite(condition.values);
        sort_and_unite(alternative);
    }
    sort_and_unite(sorted.alternatives);
    return sorted;
}

std::string printed(const query::Cell& cell, const Measure& measure, Fate fate) {
    if (!cell.known) return std::string(marker_text(Marker::not_available));
    if (fate != Fate::shown) return std::string(marker_text(Marker::confidential));
    const bool fte = measure.count == Count::fte;
    return plain_text(Figure(
        query::rounded_ratio(cell.value, fte ? fte_units : 1, fte ? fte_places : 0).value_or(Decimal{cell.value, 0})));
}

PublishedFigures published_figures(const std::vector<Query>& queries, const std::vector<std::string>& names,
                                   const std::vector<query::Answer>& answers,
                                   const std::vector<std::vector<Fate>>& fates, Date as_at) {
    std::vector<std::pair<std::string, PublishedTable>> tables;
    for (std::size_t number = 0; number < names.size(); ++number) {
        if (answers[number].source != Source::staff) continue;
        PublishedTable table = published_table(queries[number], answers[number], fates[number], names[number], as_at);
        std::string key = table.name + "/" + query::key_of(table.population);
        for (const PublishedTable::Kind& kind : table.kinds) key += key_of(kind);
        for (const PublishedTable::Line& line : table.lines) key += key_of(line);
        tables.emplace_back(std::move(key), std::move(table));
    }
    std::sort(tables.begin(), tables.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
    PublishedFigures figures{as_at, {}};
    for (auto& [key, table] : tables)
        if (figures.tables.empty() || !(figures.tables.back() == table)) figures.tables.push_back(std::move(table));
    return figures;
}

std::string text_of(const PublishedFigures& figures) {
    return nlohmann::ordered_json::parse(message::text_of(figures)).dump(1) + "\n";
}

PublishedFigures figures_from(std::string_view text, const std::string& place) {
    try {
        auto figures = message::from_text<PublishedFigures>(text);
        expect_complete(figures, place);
        return figures;
    } catch (const message::Malformed& fault) {
        throw Refusal(place + ": this isn't what a release published (" + fault.what() +
                      "). Take the release from where it was kept, or make it again.");
    }
}

}  // namespace quarterdeck::disclosure
