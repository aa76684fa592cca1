#include "render/chart_words.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <utility>

#include "refusal.h"

namespace quarterdeck::render {
namespace {

using Values = std::initializer_list<std::pair<const char*, std::string>>;

std::string worded(const report::Locale& locale, const std::string& key, Language language, Values values) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const auto& [name, value] : values) arguments.push_back(fmt::arg(name, value));
    try {
        return fmt::vformat(locale.get(key, language), arguments);
    } catch (const fmt::format_error&) {
        std::string known;
        for (const auto& [name, value] : values) known += fmt::format("{}{{{}}}", known.empty() ? "" : ", ", name);
        throw Refusal(fmt::format("locale/{}.yaml: the text of \"{}\" holds a placeholder that isn't known. Use {}.",
                                  language_code(language), key, known));
    }
}

/// Names may hold commas.
std::string listed(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, "; "));
}

std::string joined(const std::vector<Text>& labels, Language language) {
    std::string name;
    for (const Text& label : labels) {
        const std::string& text = label.in(language);
        if (!text.empty()) name += (name.empty() ? "" : ", ") + text;
    }
    return name;
}

bool less(Decimal left, Decimal right) {
    const auto value = [](Decimal decimal) {
        auto number = static_cast<long double>(decimal.units);
        for (int place = 0; place < decimal.places; ++place) number /= 10;
        return number;
    };
    return value(left) < value(right);
}

/// Index of the first category with the largest figure; -1 when there is no figure.
std::ptrdiff_t largest(const ChartSeries& series) {
    std::ptrdiff_t at = -1;
    for (std::size_t i = 0; i < series.figures.size(); ++i) {
        const auto* figure = std::get_if<Decimal>(&series.figures[i]);
        if (figure == nullptr) continue;
        if (at < 0 || less(std::get<Decimal>(series.figures[static_cast<std::size_t>(at)]), *figure))
            at = static_cast<std::ptrdiff_t>(i);
    }
    return at;
}

std::size_t count(const ChartParts& parts, Marker marker) {
    std::size_t found = 0;
    for (const ChartSeries& series : parts.series)
        found += static_cast<std::size_t>(std::count(series.figures.begin(), series.figures.end(), Figure(marker)));
    return found;
}

const char* kind_key(Chart::Kind kind) {
    switch (kind) {
        case Chart::Kind::stacked_bar: return "chart.stacked_bar";
        case Chart::Kind::bar: return "chart.bar";
        case Chart::Kind::line: return "chart.line";
    }
    return "chart.bar";
}

}  // namespace

ChartParts chart_parts(const report::TableBlock& block, Language language) {
    ChartParts parts;
    const auto& rows = block.table.rows();
    for (const TableRow& row : rows)
        if (!row.total) parts.categories.push_back(joined(row.labels, language));
    const auto& columns = block.table.columns();
    for (const std::string& id : block.chart->series) {
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.id == id; });
        if (column == columns.end())
            throw std::runtime_error(fmt::format("Its series \"{}\" isn't a column of the table.", id));
        ChartSeries series{column->title.in(language), column->percent, {}};
        const auto at = static_cast<std::size_t>(column - columns.begin());
        for (const TableRow& row : rows)
            if (!row.total) series.figures.push_back(row.figures.at(at));
        parts.series.push_back(std::move(series));
    }
    return parts;
}

std::string chart_title(const report::TableBlock& block, Language language) {
    const std::string& own = block.chart->title.in(language);
    return own.empty() ? block.title.in(language) : own;
}

std::string chart_in_words(const report::TableBlock& block, const ChartParts& parts, const report::Locale& locale,
                           Language language) {
    std::string words = block.chart->description.in(language);
    const auto add = [&](const std::string& key, Values values) {
        if (!words.empty()) words += ' ';
        words += worded(locale, key, language, values);
    };
    if (parts.categories.empty()) {
        add("chart.nothing", {});
        return words;
    }
    std::vector<std::string> names;
    for (const ChartSeries& series : parts.series) names.push_back(series.name);
    add(kind_key(block.chart->kind), {{"categories", listed(parts.categories)}, {"series", listed(names)}});
    for (const ChartSeries& series : parts.series) {
        const std::ptrdiff_t at = largest(series);
        if (at < 0) continue;
        const auto index = static_cast<std::size_t>(at);
        add("chart.largest",
            {{"series", series.name},
             {"category", parts.categories[index]},
             {"figure", grouped_text(std::get<Decimal>(series.figures[index])) + (series.percent ? "%" : "")}});
    }
    for (const auto& [marker, key] : {std::pair{Marker::confidential, "chart.count_confidential"},
                                      std::pair{Marker::not_available, "chart.count_not_available"},
                                      std::pair{Marker::not_applicable, "chart.count_not_applicable"}}) {
        const std::size_t missing = count(parts, marker);
        if (missing > 0) add(key, {{"count", std::to_string(missing)}});
    }
    return words;
}

std::string grouped_text(Decimal decimal) {
    std::string text = plain_text(decimal);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, 1, ',');
    return text;
}

}  // namespace quarterdeck::render
