#include "explain/filters.h"

#include <algorithm>

#include "query/condition.h"
#include "query/evaluate.h"
#include "query/series_records.h"

namespace quarterdeck::explain {
namespace {

void add(std::vector<Filter>& filters, Part part, const Rule& rule) {
    if (rule == everyone()) return;
    if (rule.alternatives.size() != 1) return filters.push_back({part, rule});
    for (const Condition& condition : rule.alternatives.front()) filters.push_back({part, {{{condition}}}});
}

template <class Figure>
bool fits(const Rule& rule, const Figure& figure) {
    return std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const Rule::Alternative& alternative) {
        return std::all_of(alternative.begin(), alternative.end(), [&](const Condition& condition) {
            return query::holds(condition, query::value_of(figure, condition.field));
        });
    });
}

template <class Figure>
std::vector<Left> figures_behind(const std::vector<Filter>& filters, const std::vector<const Figure*>& figures) {
    std::vector<Left> left(filters.size() + 1);
    for (const Figure* figure : figures) {
        std::size_t behind = 0;
        ++left[behind].rows;
        while (behind < filters.size() && fits(filters[behind].rule, *figure)) ++left[++behind].rows;
    }
    return left;
}

Measure counting(const char* id, Count count) {
    Measure measure;
    measure.id = id;
    measure.title = {id, id};
    measure.count = count;
    return measure;
}

}  // namespace

std::string_view part_text(Part part) {
    switch (part) {
        case Part::population: return "population";
        case Part::listed_rows: return "any other row";
        case Part::row: return "row";
        case Part::column: return "column";
    }
    return "";
}

std::vector<Filter> filters_of(const Query& query, const std::vector<Row>& rows, std::size_t row,
                               const Measure& measure) {
    std::vector<Filter> filters;
    add(filters, Part::population, query.population.rule);
    if (rows[row].total && query.by.empty()) {
        Rule any;
        for (const Row& other : rows)
            if (!other.total) any = any || other.where;
        add(filters, Part::listed_rows, any);
    }
    add(filters, Part::row, rows[row].where);
    add(filters, Part::column, measure.where);
    return filters;
}

Rule together(const std::vector<Filter>& filters) {
    Rule all = everyone();
    for (const Filter& filter : filters) all = all && filter.rule;
    return all;
}

std::vector<Left> left_behind(const std::vector<Filter>& filters, const snapshot::Input& input, Date date) {
    Query query;
    query.id = "explain";
    query.labels = {{"behind", {"behind", "behind"}}};
    query.measures = {counting("rows", Count::role_count), counting("people", Count::headcount),
                      counting("fte", Count::fte)};
    for (std::size_t behind = 0; behind <= filters.size(); ++behind) {
        Row row;
        row.id = "behind_" + std::to_string(behind);
        row.labels = {{row.id, row.id}};
        row.where = together({filters.begin(), filters.begin() + static_cast<std::ptrdiff_t>(behind)});
        query.rows.push_back(std::move(row));
    }
    const query::Answer answer = query::evaluate({query}, input, date).front();
    std::vector<Left> left;
    for (std::size_t row = 0; row < answer.rows.size(); ++row)
        left.push_back({answer.cell(row, 0).value, answer.cell(row, 1).value, answer.cell(row, 2).value});
    return left;
}

std::vector<Left> left_behind(const std::vector<Filter>& filters, const snapshot::Input& input, Source source,
                              Date date) {
    if (source == Source::establishment) return figures_behind(filters, query::posts_at(input.establishment, date));
    std::vector<const snapshot::SeriesFigure*> figures;
    for (const snapshot::SeriesFigure& figure : source == Source::training ? input.training : input.published)
        figures.push_back(&figure);
    return figures_behind(filters, figures);
}

}  // namespace quarterdeck::explain
