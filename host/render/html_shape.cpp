#include "render/html_shape.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

#include "render/board/board_html.h"

namespace quarterdeck::render {

Shape shape_names(std::initializer_list<const char*> texts,
                  std::initializer_list<std::pair<const char*, Shape>> sections) {
    Shape shape;
    for (const char* text : texts) shape.members.emplace(text, Shape{});
    for (const auto& [name, section] : sections) shape.members.emplace(name, section);
    return shape;
}

Shape shape_list(std::initializer_list<const char*> texts,
                 std::initializer_list<std::pair<const char*, Shape>> sections) {
    Shape shape = shape_names(texts, sections);
    shape.list = true;
    return shape;
}

namespace {

Shape table_shape() {
    const Shape row = shape_list({"total"}, {{"labels", shape_list({"text"})}, {"cells", shape_list({"text"})}});
    const Shape group = shape_list({"heading", "span", "total"}, {{"rows", row}});
    return shape_names({"caption", "region_label", "unit", "definition", "csv", "has_notes"},
                       {{"first_label", shape_names({"outer", "inner"})},
                        {"other_labels", shape_list({"text"})},
                        {"columns", shape_list({"title"})},
                        {"groups", group},
                        {"notes", shape_list({"text"})},
                        {"markers", shape_list({"marker", "meaning"})}});
}

Shape plan_shape() {
    const Shape rating = shape_names({"name", "word"});
    const Shape state = shape_names(
        {"percent", "forecast"},
        {{"rating", rating}, {"rating_before", rating}, {"narrative", shape_list({"text", "lang", "mark"})}});
    const Shape entry = shape_list({"reference", "title", "kind", "measure", "due", "status"},
                                   {{"state", state}, {"lead", shape_list({"text", "lang", "mark"})}});
    return shape_names({"caption", "region_label", "quarters", "columns"},
                       {{"themes", shape_list({"heading"}, {{"entries", entry}})}});
}

Shape section_shape() {
    Shape chart = shape_names({"label"});
    chart.members.emplace("svg", Shape{.members = {}, .markup = true});
    const Shape gap = shape_names({"reason", "programme", "metric"});
    const Shape block = shape_list(
        {"id", "title", "heading"},
        {{"table", table_shape()}, {"chart", chart}, {"plan", plan_shape()}, {"board", board_shape()}, {"gap", gap}});
    return shape_list({"id", "title", "introduction", "summary"}, {{"blocks", block}});
}

Shape provenance_shape() {
    return shape_names({"person_ids", "has_left_out", "has_findings"},
                       {{"facts", shape_list({"term", "value"})},
                        {"files", shape_list({"path", "sha256", "rows"})},
                        {"plugins", shape_list({"title", "version", "file", "sha256"})},
                        {"populations", shape_list({"programme", "title", "version", "definition"})},
                        {"left_out", shape_list({"reason", "rows"})},
                        {"findings", shape_list({"what", "rows", "places", "in_english"})}});
}

/// "contents.title" becomes contents → title.
void add_word(Shape& words, std::string_view key) {
    Shape* at = &words;
    while (true) {
        const auto dot = key.find('.');
        at = &at->members[std::string(key.substr(0, dot))];
        if (dot == std::string_view::npos) return;
        key.remove_prefix(dot + 1);
    }
}

}  // namespace

Shape frame_shape(const report::Locale& locale) {
    Shape page = shape_names({"lang", "title", "subtitle", "as_at", "csp"},
                             {{"other_language", shape_names({"lang", "name", "href"})},
                              {"banners", shape_list({"kind", "title", "text"})},
                              {"changes", shape_names({"title"}, {{"lines", shape_list({"text"})}})}});
    page.members.emplace("style", Shape{.members = {}, .markup = true});
    Shape& words = page.members["words"];
    for (const auto& [key, text] : locale.all())
        if (key.starts_with("page.") || key.starts_with("common.")) add_word(words, key);
    return page;
}

Shape page_shape(const report::Locale& locale) {
    Shape page = frame_shape(locale);
    page.members.merge(
        shape_names({"workbook"},
                    {{"contents", shape_list({"href", "title"}, {{"entries", shape_list({"href", "title"})}})},
                     {"sections", section_shape()},
                     {"markers", shape_list({"marker", "meaning"})},
                     {"certificate", shape_names({"title", "none"}, {{"facts", shape_list({"term", "value"})}})},
                     {"provenance", provenance_shape()}})
            .members);
    return page;
}

Shape index_shape(const report::Locale& locale) {
    Shape page = frame_shape(locale);
    const Shape file = shape_list({"title", "programme", "href", "kind", "lang", "language", "size", "sha256"});
    page.members.merge(
        shape_names({}, {{"groups", shape_list({"id", "heading", "region_label", "has_programme"}, {{"files", file}})}})
            .members);
    return page;
}

void expect_shape(const nlohmann::json& data, const Shape& shape, const std::string& place) {
    if (data.is_array() && !shape.list) throw std::logic_error(place + " holds a list, where none is planned");
    if (data.is_array()) {
        for (const nlohmann::json& item : data) expect_shape(item, shape, place);
    } else if (data.is_object()) {
        for (const auto& [name, value] : data.items()) {
            const auto member = shape.members.find(name);
            if (member == shape.members.end())
                throw std::logic_error(fmt::format("{} has the unplanned name {}", place, name));
            expect_shape(value, member->second, fmt::format("{}.{}", place, name));
        }
        for (const auto& [name, member] : shape.members)
            if (!data.contains(name)) throw std::logic_error(fmt::format("{} lacks the name {}", place, name));
    }
}

}  // namespace quarterdeck::render
