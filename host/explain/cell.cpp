#include "explain/cell.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "extract/table.h"
#include "refusal.h"
#include "report/nearest.h"
#include "validate/values.h"

namespace quarterdeck::explain {
namespace {

constexpr std::size_t rows_told = 12;

bool is_called(const Text& title, std::string_view name) {
    return validate::same_word(title.en, name) || validate::same_word(title.cy, name);
}

/// "out/tables/en/imaging/diagnostic_radiology.csv" and "imaging.diagnostic_radiology" as
/// "imaging/diagnostic_radiology".
std::string table_id(std::string name) {
    for (const std::string_view ending : {".csv", ".not-for-publication"})
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    if (const std::size_t tables = name.rfind("tables/"); tables != std::string::npos) {
        const std::size_t language = name.find('/', tables + std::string_view("tables/").size());
        if (language != std::string::npos) name.erase(0, language + 1);
    }
    if (name.find('/') == std::string::npos && name.find(' ') == std::string::npos)
        std::replace(name.begin(), name.end(), '.', '/');
    return name;
}

std::vector<Found> all_tables(const std::vector<const Programme*>& programmes) {
    std::vector<Found> tables;
    for (const Programme* programme : programmes)
        for (const Metric& metric : programme->metrics) {
            const std::string id = programme->id + "/" + metric.id;
            if (!metric.computed()) tables.push_back({programme, &metric, metric.query, {}, id});
            for (const Query& query : metric.needs)
                tables.push_back({programme, &metric, query, {}, id + "/" + query.id});
        }
    return tables;
}

Found table_called(const std::vector<const Programme*>& programmes, const std::string& name) {
    const std::string id = table_id(name);
    std::vector<Found> tables = all_tables(programmes);
    std::vector<std::string> names;
    std::vector<std::string> within;
    for (const Found& table : tables) {
        if (table.id == id) return table;
        if (!table.metric->computed() && is_called(table.metric->title, name)) return table;
        if (table.id.starts_with(id + "/")) within.push_back(table.id);
        names.push_back(table.id);
    }
    if (!within.empty())
        throw WrongUse(fmt::format("The plugin works {} out from other tables. Name one of these: {}.", id,
                                   fmt::join(within, ", ")));
    throw WrongUse(
        fmt::format("There is no table \"{}\"{} `quarterdeck plugins inspect` lists what a plugin has; name tables as "
                    "programme/metric.",
                    name, report::nearest_hint(id, names)));
}

/// Leaves the query what the column rests on.
void choose_column(Found& found, const std::string& column) {
    std::vector<std::string> names;
    std::vector<std::string> needed;
    for (const Measure& measure : found.query.measures) {
        if (measure.id == column || is_called(measure.title, column)) needed = {measure.id};
        names.push_back(measure.id);
    }
    if (needed.empty() && !found.metric->computed())
        for (const Formula& formula : found.metric->formulas) {
            if (formula.id == column || is_called(formula.title, column)) {
                found.formula = formula;
                needed = {formula.of, formula.over, formula.mean_with};
            }
            names.push_back(formula.id);
        }
    if (needed.empty())
        throw WrongUse(fmt::format("{} has no column \"{}\"{} It has {}.", found.id, column,
                                   report::nearest_hint(column, names), fmt::join(names, ", ")));
    std::erase_if(found.query.measures, [&](const Measure& measure) {
        return std::find(needed.begin(), needed.end(), measure.id) == needed.end();
    });
}

std::vector<std::string> labels_of(const Row& row, Language language) {
    std::vector<std::string> labels;
    for (const Text& label : row.labels) labels.push_back(label.in(language));
    return labels;
}

bool same(const std::vector<std::string>& labels, const std::vector<std::string>& words) {
    return std::equal(labels.begin(), labels.end(), words.begin(), words.end(),
                      [](const auto& label, const auto& word) { return validate::same_word(label, word); });
}

/// Whether the words are some of the labels, in their order.
bool some_of(const std::vector<std::string>& labels, const std::vector<std::string>& words) {
    auto label = labels.begin();
    for (const std::string& word : words) {
        label = std::find_if(label, labels.end(), [&](const auto& each) { return validate::same_word(each, word); });
        if (label == labels.end()) return false;
        ++label;
    }
    return true;
}

template <typename Fits>
std::vector<std::size_t> rows_that(const query::Answer& answer, const Fits& fits) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < answer.rows.size(); ++row)
        if (fits(labels_of(answer.rows[row], Language::english)) || fits(labels_of(answer.rows[row], Language::welsh)))
            rows.push_back(row);
    return rows;
}

std::vector<std::size_t> rows_called(const query::Answer& answer, const std::vector<std::string>& words) {
    if (words.size() == 1)
        for (std::size_t row = 0; row < answer.rows.size(); ++row)
            if (answer.rows[row].id == words.front()) return {row};
    auto rows = rows_that(answer, [&](const auto& labels) { return same(labels, words); });
    if (rows.empty() && words.size() == 1 && words.front().find(',') != std::string::npos) {
        const std::vector<std::string> cells = extract::read_table(words.front()).header;
        rows = rows_that(answer, [&](const auto& labels) { return same(labels, cells); });
    }
    if (rows.empty()) rows = rows_that(answer, [&](const auto& labels) { return some_of(labels, words); });
    return rows;
}

std::string quoted(const Row& row) {
    std::string text;
    for (const Text& label : row.labels) text += fmt::format("{}\"{}\"", text.empty() ? "" : " ", label.en);
    return text;
}

}  // namespace

Found find_table(const std::vector<const Programme*>& programmes, const Wanted& wanted) {
    Found found = table_called(programmes, wanted.table);
    choose_column(found, wanted.column);
    return found;
}

std::size_t find_row(const query::Answer& answer, const Wanted& wanted) {
    if (wanted.row.empty() && answer.rows.size() == 1) return 0;
    const std::vector<std::size_t> rows = rows_called(answer, wanted.row);
    if (rows.size() == 1) return rows.front();
    std::vector<std::string> names;
    std::vector<std::string> told;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        names.push_back(fmt::format("{}", fmt::join(labels_of(answer.rows[row], Language::english), " / ")));
        const bool among = rows.empty() || std::find(rows.begin(), rows.end(), row) != rows.end();
        if (among && told.size() < rows_told) told.push_back(quoted(answer.rows[row]));
    }
    const std::string name = fmt::format("{}", fmt::join(wanted.row, " / "));
    if (!rows.empty())
        throw WrongUse(
            fmt::format("Several rows are called \"{}\". Name all labels of one: {}.", name, fmt::join(told, "; ")));
    if (names.empty()) throw WrongUse("The table has no rows: no record fits its population at this date.");
    throw WrongUse(fmt::format("The table has no row \"{}\"{} The first rows are {}.", name,
                               report::nearest_hint(name, names), fmt::join(told, "; ")));
}

}  // namespace quarterdeck::explain
