#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "quarterdeck/message/names.h"
#include "quarterdeck/message/request.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

/// The members of every type that travels, written down once for both directions. A codec is called with a key, a
/// member, for some the most that it may hold (elements of a list, or the range of a whole number), and for those that
/// came with a later minor of the boundary, which one.
namespace quarterdeck::message {

/// How a type that travels as one text is written and read. A specialisation has `text(const T&)`, which gives a
/// std::string; `parse(std::string_view)`, which gives a std::optional<T>; and `wanted`, what a reader expects.
template <class T>
struct TextForm;

template <class T>
concept Textual = requires {
    TextForm<T>::wanted;
};

struct AtMost {
    std::size_t elements;
};

struct Range {
    int from;
    int to;
};

/// The minor of the boundary that brought a member. One that is left out has its type's default, which means what the
/// message meant before; it isn't written when it has it, so that an older host takes what it can understand.
struct Since {
    int minor;
};

inline constexpr Range decimal_places{0, 9};

template <class Value, class Type>
concept Is = std::same_as<std::remove_const_t<Value>, Type>;

template <class Codec, Is<Text> V>
void members(Codec& codec, V& text) {
    codec("en", text.en);
    codec("cy", text.cy);
}

template <class Codec, Is<Condition> V>
void members(Codec& codec, V& condition) {
    codec("field", condition.field);
    codec("test", condition.test);
    codec("values", condition.values);
}

template <class Codec, Is<Population> V>
void members(Codec& codec, V& population) {
    codec("id", population.id);
    codec("version", population.version);
    codec("title", population.title);
    codec("definition", population.definition);
    codec("rule", population.rule);
}

template <class Codec, Is<Label> V>
void members(Codec& codec, V& label) {
    codec("id", label.id);
    codec("title", label.title);
}

template <class Codec, Is<Row> V>
void members(Codec& codec, V& row) {
    codec("id", row.id);
    codec("labels", row.labels);
    codec("where", row.where);
    codec("total", row.total);
}

template <class Codec, Is<Measure> V>
void members(Codec& codec, V& measure) {
    codec("id", measure.id);
    codec("title", measure.title);
    codec("count", measure.count);
    codec("where", measure.where);
    codec("months_before", measure.months_before, Range{0, 600});
    codec("movement", measure.movement, Since{1});
}

template <class Codec, Is<Query> V>
void members(Codec& codec, V& query) {
    codec("id", query.id);
    codec("source", query.source);
    codec("population", query.population);
    codec("labels", query.labels, AtMost{16});
    codec("rows", query.rows, AtMost{10'000});
    codec("by", query.by, AtMost{8});
    codec("totals", query.totals);
    codec("measures", query.measures, AtMost{200});
}

template <class Codec, Is<Formula> V>
void members(Codec& codec, V& formula) {
    codec("id", formula.id);
    codec("title", formula.title);
    codec("kind", formula.kind);
    codec("of", formula.of);
    codec("over", formula.over);
    codec("places", formula.places, decimal_places);
    codec("years", formula.years, Range{1, 100});
    codec("mean_with", formula.mean_with, Since{1});
}

template <class Codec, Is<Chart> V>
void members(Codec& codec, V& chart) {
    codec("kind", chart.kind);
    codec("title", chart.title);
    codec("description", chart.description);
    codec("series", chart.series, AtMost{200});
}

template <class Codec, Is<Metric> V>
void members(Codec& codec, V& metric) {
    codec("id", metric.id);
    codec("title", metric.title);
    codec("definition", metric.definition);
    codec("unit", metric.unit);
    codec("tags", metric.tags);
    codec("query", metric.query);
    codec("formulas", metric.formulas, AtMost{200});
    codec("columns", metric.columns, AtMost{400});
    codec("chart", metric.chart);
    codec("notes", metric.notes);
    codec("needs", metric.needs, AtMost{100});
    codec("computed", metric.compute);
}

template <class Codec, Is<Indicator> V>
void members(Codec& codec, V& indicator) {
    codec("kind", indicator.kind);
    codec("title", indicator.title);
    codec("metric", indicator.metric);
}

template <class Codec, Is<Action> V>
void members(Codec& codec, V& action) {
    codec("id", action.id);
    codec("kind", action.kind);
    codec("title", action.title);
    codec("theme", action.theme);
    codec("lead", action.lead);
    codec("measure", action.measure);
    codec("due", action.due);
    codec("areas", action.areas);
    codec("linked_id", action.linked_id);
    codec("plan", action.plan, Since{1});
    codec("benefit", action.benefit, Since{1});
    codec("starts", action.starts, Since{1});
    codec("horizon_from", action.horizon_from, Since{1});
    codec("horizon_to", action.horizon_to, Since{1});
    codec("indicators", action.indicators, AtMost{4}, Since{1});
    codec("next_steps", action.next_steps, AtMost{50}, Since{1});
    codec("with", action.with, AtMost{50}, Since{1});
}

template <class Codec, Is<Programme> V>
void members(Codec& codec, V& programme) {
    codec("id", programme.id);
    codec("version", programme.version);
    codec("title", programme.title);
    codec("metrics", programme.metrics);
    codec("actions", programme.actions, AtMost{10'000});
}

template <class Codec, Is<Column> V>
void members(Codec& codec, V& column) {
    codec("id", column.id);
    codec("title", column.title);
    codec("places", column.places, decimal_places);
    codec("percent", column.percent);
}

template <class Codec, Is<TableRow> V>
void members(Codec& codec, V& row) {
    codec("id", row.id);
    codec("labels", row.labels);
    codec("figures", row.figures);
    codec("total", row.total);
}

template <class Codec, Is<Table> V>
void members(Codec& codec, V& table) {
    codec("labels", table.labels, AtMost{16});
    codec("columns", table.columns, AtMost{400});
    codec("rows", table.rows, AtMost{100'000});
}

template <class Codec, Is<ComputeRequest> V>
void members(Codec& codec, V& request) {
    codec("metric", request.metric);
    codec("answers", request.answers, AtMost{100});
}

}  // namespace quarterdeck::message
