#include "render/html_data.h"

#include <algorithm>

#include "render/board/board_html.h"
#include "render/date_text.h"
#include "render/html_parts.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;

/// Texts of the wording as nested names: words.page.contents.
json all_words(const report::Locale& locale, Language language) {
    json words = json::object();
    for (const auto& [key, text] : locale.all()) {
        if (!key.starts_with("page.") && !key.starts_with("common.")) continue;
        std::string path = "/" + key;
        std::replace(path.begin(), path.end(), '.', '/');
        words[json::json_pointer(path)] = printable(text.in(language));
    }
    return words;
}

json banners(const report::Report& report, const PageWords& words) {
    json banners = json::array();
    const auto add = [&](bool holds, const std::string& kind) {
        if (holds)
            banners.push_back({{"kind", kind},
                               {"title", words("banner." + kind + ".title")},
                               {"text", words("banner." + kind + ".text")}});
    };
    for (const report::Marking& marking : report.markings)
        banners.push_back(
            {{"kind", marking.kind}, {"title", words.in(marking.title)}, {"text", words.in(marking.text)}});
    add(report.not_for_publication, "not_for_publication");
    add(report.draft, "draft");
    add(report.synthetic, "synthetic");
    return banners;
}

/// What a correction changes; nothing where there is none.
json changes(const report::Report& report, const PageWords& words) {
    if (report.changes.empty()) return false;
    json lines = json::array();
    for (const Text& change : report.changes) lines.push_back({{"text", words.in(change)}});
    return {{"title", words("changes.title")}, {"lines", std::move(lines)}};
}

/// Blocks one after another, numbering tables through the whole report.
class Blocks {
public:
    Blocks(const report::Report& report, const PageWords& words, const DrawChart& draw)
        : not_for_publication_(report.not_for_publication), words_(words), draw_(draw) {}

    json data(const report::Block& block) {
        json data = std::visit([&](const auto& kind) { return start(kind); }, block);
        if (const auto* table = std::get_if<report::TableBlock>(&block)) {
            data["table"] = table_data(*table, ++tables_, not_for_publication_, words_);
            data["heading"] = data["table"]["caption"];
            if (table->chart)
                data["chart"] = {{"label", words_("chart_region", {{"title", words_.in(table->title)}})},
                                 {"svg", draw_(*table)}};
        }
        if (const auto* plan = std::get_if<report::ActionsBlock>(&block)) {
            data["plan"] = plan_data(*plan, ++tables_, words_);
            data["heading"] = data["plan"]["caption"];
        }
        if (const auto* board = std::get_if<report::BoardBlock>(&block))
            data["board"] = board_data(*board, tables_, words_);
        if (const auto* gap = std::get_if<report::MissingBlock>(&block))
            data["gap"] = {{"reason", words_.in(gap->reason)},
                           {"programme", printable(gap->programme)},
                           {"metric", printable(gap->metric)}};
        return data;
    }

private:
    template <class Kind>
    json start(const Kind& block) const {
        return {{"id", printable(block.id)},
                {"title", words_.in(block.title)},
                {"heading", words_.in(block.title)},
                {"table", false},
                {"chart", false},
                {"plan", false},
                {"board", false},
                {"gap", false}};
    }

    bool not_for_publication_;
    const PageWords& words_;
    const DrawChart& draw_;
    std::size_t tables_ = 0;
};

json contents(const json& sections) {
    json contents = json::array();
    for (const json& section : sections) {
        json entries = json::array();
        for (const json& block : section.at("blocks"))
            entries.push_back({{"href", "#" + block.at("id").get<std::string>()}, {"title", block.at("title")}});
        contents.push_back({{"href", "#" + section.at("id").get<std::string>()},
                            {"title", section.at("title")},
                            {"entries", std::move(entries)}});
    }
    return contents;
}

json other_language(const report::Report& report, const PageWords& words) {
    const Language other = words.language() == Language::english ? Language::welsh : Language::english;
    if (std::find(report.languages.begin(), report.languages.end(), other) == report.languages.end()) return false;
    return {{"lang", language_code(other)},
            {"name", printable(words.locale().get("common.language_name", other))},
            {"href", printable(report.id) + "." + language_code(other) + ".html"}};
}

}  // namespace

json page_frame(const report::Report& report, const PageWords& words) {
    return {{"lang", language_code(words.language())},
            {"title", words.in(report.title)},
            {"subtitle", words.in(report.subtitle)},
            {"as_at", date_text(report.as_at, words.language())},
            {"other_language", other_language(report, words)},
            {"banners", banners(report, words)},
            {"changes", changes(report, words)},
            {"words", all_words(words.locale(), words.language())}};
}

json page_data(const report::Report& report, const report::Locale& locale, Language language, const DrawChart& draw) {
    const PageWords words(locale, language);
    Blocks blocks(report, words, draw);
    json sections = json::array();
    for (const report::Section& section : report.sections) {
        json items = json::array();
        for (const report::Block& block : section.blocks) items.push_back(blocks.data(block));
        sections.push_back({{"id", printable(section.id)},
                            {"title", words.in(section.title)},
                            {"introduction", words.in(section.introduction)},
                            {"summary", section.summary},
                            {"blocks", std::move(items)}});
    }
    json page = page_frame(report, words);
    page["workbook"] = printable(report.id) + "." + language_code(language) + ".xlsx";
    page["contents"] = contents(sections);
    page["markers"] = marker_key(words, {Marker::confidential, Marker::not_available, Marker::not_applicable});
    page["certificate"] = certificate_data(report, words);
    page["provenance"] = provenance_data(report, words);
    page["sections"] = std::move(sections);
    return page;
}

}  // namespace quarterdeck::render
