#include "plugins/validator/made_answers.h"

#include <string>

namespace quarterdeck::plugins {

namespace {

constexpr std::size_t few_rows = 5;
constexpr std::size_t many_rows = 5'000;

std::vector<TableRow> found_rows(const Query& query, std::size_t count) {
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < count; ++i) {
        TableRow row;
        for (const Field field : query.by) {
            const std::string value = "value " + std::to_string(i + 1);
            row.id.append(row.id.empty() ? "" : ",").append(field_name(field)).append("=").append(value);
            row.labels.push_back({value, value});
        }
        rows.push_back(std::move(row));
    }
    if (query.totals != Totals::none && count > 0)
        rows.push_back({.id = "all", .labels = std::vector<Text>(query.by.size()), .figures = {}, .total = true});
    return rows;
}

/// The shape of an answer, without figures.
Table shape_of(const Query& query, Made made) {
    Table table;
    table.labels = query.labels;
    for (const Field field : query.by) {
        const std::string name(field_name(field));
        table.labels.push_back({name, {name, name}});
    }
    for (const Measure& measure : query.measures)
        table.columns.push_back(
            {.id = measure.id, .title = measure.title, .places = measure.count == Count::fte ? 2 : 0});
    for (const Row& row : query.rows) table.rows.push_back({row.id, row.labels, {}, row.total});
    if (!query.by.empty())
        table.rows = found_rows(query, made == Made::nobody ? 0 : made == Made::many ? many_rows : few_rows);
    return table;
}

/// Counts from 11 on, no two of a column alike; FTE with hundredths.
std::int64_t number_at(std::size_t row, std::size_t column, int places) {
    const auto count = static_cast<std::int64_t>(11 + 7 * row + 3 * column);
    return places == 0 ? count : count * 100 - 25;
}

void fill(Table& table, Made made) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const int places = table.columns[column].places;
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::int64_t units = table.rows[row].total ? sum : number_at(row, column, places);
            if (!table.rows[row].total) sum += units;
            if (made == Made::zero || made == Made::nobody) units = 0;
            Figure figure = Decimal{.units = units, .places = places};
            if (made == Made::hidden) figure = Marker::confidential;
            if (made == Made::unavailable) figure = Marker::not_available;
            table.rows[row].figures.push_back(figure);
        }
    }
}

}  // namespace

std::vector<Table> made_answers(const std::vector<Query>& queries, Made made) {
    std::vector<Table> answers;
    for (const Query& query : queries) {
        answers.push_back(shape_of(query, made));
        fill(answers.back(), made);
    }
    return answers;
}

std::vector<Place> places_in(const std::vector<Table>& answers, std::size_t most) {
    std::vector<Place> all;
    for (std::size_t answer = 0; answer < answers.size(); ++answer)
        for (std::size_t row = 0; row < answers[answer].rows.size(); ++row)
            for (std::size_t column = 0; column < answers[answer].columns.size(); ++column)
                all.push_back({answer, row, column});
    if (all.size() <= most) return all;
    std::vector<Place> chosen;
    for (std::size_t i = 0; i < most; ++i) chosen.push_back(all[i * all.size() / most]);
    return chosen;
}

}  // namespace quarterdeck::plugins
