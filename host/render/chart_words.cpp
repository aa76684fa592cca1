#include "render/chart_words.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <set>
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

const char* kind_key(const Chart& chart) {
    if (has_picture_a_row(chart)) return "chart.rows";
    switch (chart.kind) {
        case Chart::Kind::stacked_bar: return "chart.stacked_bar";
        case Chart::Kind::bar: return "chart.bar";
        case Chart::Kind::line: return "chart.line";
    }
    return "chart.bar";
}

/// Whether a row is known by its last label alone.
bool last_labels_differ(const std::vector<TableRow>& rows, Language language) {
    std::set<std::string> names;
    return std::all_of(rows.begin(), rows.end(), [&](const TableRow& row) {
        return !row.labels.empty() && names.insert(row.labels.back().in(language)).second;
    });
}

/// Rows as series over the columns.
ChartParts turned(ChartParts parts) {
    ChartParts rows;
    for (const ChartSeries& column : parts.series) rows.categories.push_back(column.name);
    for (std::size_t row = 0; row < parts.categories.size(); ++row) {
        ChartSeries series{std::move(parts.categories[row]), false, {}};
        for (const ChartSeries& column : parts.series) {
            series.figures.push_back(column.figures[row]);
            series.percent = column.percent;
        }
        rows.series.push_back(std::move(series));
    }
    return rows;
}

}  // namespace

bool has_picture_a_row(const Chart& chart) {
    constexpr std::size_t year = 5;  // "_2022"
    const auto ends_with_year = [](const std::string& id) {
        return id.size() > year && id[id.size() - year] == '_' &&
               id.find_first_not_of("0123456789", id.size() - year + 1) == std::string::npos;
    };
    return chart.kind == Chart::Kind::line && !chart.series.empty() &&
           std::all_of(chart.series.begin(), chart.series.end(), ends_with_year);
}

std::size_t observed_columns(const Chart& chart) {
    const auto projected = std::find_if(chart.series.begin(), chart.series.end(),
                                        [](const std::string& id) { return id.starts_with("projected_"); });
    return static_cast<std::size_t>(projected - chart.series.begin());
}

ChartParts chart_parts(const report::TableBlock& block, Language language) {
    ChartParts parts;
    const auto& rows = block.table.rows();
    const bool short_names = has_picture_a_row(*block.chart) && last_labels_differ(rows, language);
    for (const TableRow& row : rows)
        if (!row.total)
            parts.categories.push_back(short_names ? row.labels.back().in(language) : joined(row.labels, language));
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
    return has_picture_a_row(*block.chart) ? turned(std::move(parts)) : parts;
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
    add(kind_key(*block.chart), {{"categories", listed(parts.categories)}, {"series", listed(names)}});
    for (const ChartSeries& series : parts.series) {
        const std::ptrdiff_t at = largest(series);
        if (at < 0 || has_picture_a_row(*block.chart)) continue;
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
