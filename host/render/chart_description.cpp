#include "render/chart_description.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "render/chart_words.h"

namespace quarterdeck::render {
namespace {

using Json = nlohmann::ordered_json;

const char* kind_name(const Chart& chart) {
    if (has_picture_a_row(chart)) return "rows";
    switch (chart.kind) {
        case Chart::Kind::stacked_bar: return "stacked_bar";
        case Chart::Kind::bar: return "bar";
        case Chart::Kind::line: return "line";
    }
    return "bar";
}

/// Begins with a letter and holds nothing that would need escaping in an address.
std::string picture_id(const std::string& block_id) {
    std::string id = "chart-" + block_id;
    std::replace_if(
        id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }, '-');
    return id;
}

Json figure_json(const Figure& figure) {
    if (const auto* decimal = std::get_if<Decimal>(&figure))
        return {{"number", plain_text(*decimal)}, {"text", grouped_text(*decimal)}, {"marker", nullptr}};
    const Marker marker = std::get<Marker>(figure);
    return {{"marker", marker_text(marker)}, {"hidden", marker == Marker::confidential}};
}

}  // namespace

std::string chart_description(const report::TableBlock& block, const report::Locale& locale, Language language) {
    const ChartParts parts = chart_parts(block, language);
    Json series = Json::array();
    bool percent = !parts.series.empty();
    for (const ChartSeries& one : parts.series) {
        Json figures = Json::array();
        for (const Figure& figure : one.figures) figures.push_back(figure_json(figure));
        series.push_back({{"name", one.name}, {"figures", std::move(figures)}});
        percent = percent && one.percent;
    }
    const Json description{
        {"id", picture_id(block.id)},
        {"kind", kind_name(*block.chart)},
        {"percent", percent},
        {"observed", observed_columns(*block.chart)},
        {"title", chart_title(block, language)},
        {"description", chart_in_words(block, parts, locale, language)},
        {"hidden", std::string(marker_text(Marker::confidential)) + " " + locale.get("chart.confidential", language)},
        {"nothing", locale.get("chart.nothing", language)},
        {"categories", parts.categories},
        {"series", std::move(series)},
    };
    return description.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace quarterdeck::render
