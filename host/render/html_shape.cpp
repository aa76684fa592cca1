#include "render/html_shape.h"

#include <fmt/format.h>

#include <initializer_list>
#include <stdexcept>
#include <string_view>

namespace quarterdeck::render {
namespace {

Shape names(std::initializer_list<const char*> texts,
            std::initializer_list<std::pair<const char*, Shape>> sections = {}) {
    Shape shape;
    for (const char* text : texts) shape.members.emplace(text, Shape{});
    for (const auto& [name, section] : sections) shape.members.emplace(name, section);
    return shape;
}

Shape list(std::initializer_list<const char*> texts,
           std::initializer_list<std::pair<const char*, Shape>> sections = {}) {
    Shape shape = names(texts, sections);
    shape.list = true;
    return shape;
}

Shape table_shape() {
    const Shape row = list({"total"}, {{"labels", list({"text"})}, {"cells", list({"text"})}});
    const Shape group = list({"heading", "span", "total"}, {{"rows", row}});
    return names({"caption", "region_label", "unit", "definition", "csv", "has_notes"},
                 {{"first_label", names({"outer", "inner"})},
                  {"other_labels", list({"text"})},
                  {"columns", list({"title"})},
                  {"groups", group},
                  {"notes", list({"text"})},
                  {"markers", list({"marker", "meaning"})}});
}

Shape plan_shape() {
    const Shape rating = names({"name", "word"});
    const Shape state = names({"percent", "forecast", "narrative"}, {{"rating", rating}, {"rating_before", rating}});
    const Shape entry = list({"reference", "title", "kind", "lead", "measure", "due", "status"}, {{"state", state}});
    return names({"caption", "region_label", "quarters", "columns"},
                 {{"themes", list({"heading"}, {{"entries", entry}})}});
}

Shape section_shape() {
    Shape chart = names({"label"});
    chart.members.emplace("svg", Shape{.members = {}, .markup = true});
    const Shape gap = names({"reason", "programme", "metric"});
    const Shape block = list({"id", "title", "heading"},
                             {{"table", table_shape()}, {"chart", chart}, {"plan", plan_shape()}, {"gap", gap}});
    return list({"id", "title", "introduction"}, {{"blocks", block}});
}

Shape provenance_shape() {
    return names({"person_ids", "has_left_out", "has_findings"},
                 {{"facts", list({"term", "value"})},
                  {"files", list({"path", "sha256", "rows"})},
                  {"plugins", list({"title", "version", "file", "sha256"})},
                  {"populations", list({"programme", "title", "version", "definition"})},
                  {"left_out", list({"reason", "rows"})},
                  {"findings", list({"what", "rows", "places", "in_english"})}});
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
    Shape page = names({"lang", "title", "subtitle", "as_at", "csp"},
                       {{"other_language", names({"lang", "name", "href"})},
                        {"banners", list({"kind", "title", "text"})},
                        {"changes", names({"title"}, {{"lines", list({"text"})}})}});
    page.members.emplace("style", Shape{.members = {}, .markup = true});
    Shape& words = page.members["words"];
    for (const auto& [key, text] : locale.all())
        if (key.starts_with("page.") || key.starts_with("common.")) add_word(words, key);
    return page;
}

Shape page_shape(const report::Locale& locale) {
    Shape page = frame_shape(locale);
    page.members.merge(
        names({"workbook"}, {{"contents", list({"href", "title"}, {{"entries", list({"href", "title"})}})},
                             {"sections", section_shape()},
                             {"markers", list({"marker", "meaning"})},
                             {"certificate", names({"title", "none"}, {{"facts", list({"term", "value"})}})},
                             {"provenance", provenance_shape()}})
            .members);
    return page;
}

Shape index_shape(const report::Locale& locale) {
    Shape page = frame_shape(locale);
    const Shape file = list({"title", "programme", "href", "kind", "lang", "language", "size", "sha256"});
    page.members.merge(
        names({}, {{"groups", list({"id", "heading", "region_label", "has_programme"}, {{"files", file}})}}).members);
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
