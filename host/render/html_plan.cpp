#include <algorithm>

#include "render/action_words.h"
#include "render/board/board_html.h"
#include "render/board/board_words.h"
#include "render/body_name.h"
#include "render/html_parts.h"

namespace quarterdeck::render {
namespace {

using nlohmann::json;

std::string kind_text(Action::Kind kind, const PageWords& words) {
    switch (kind) {
        case Action::Kind::action: return words("plan.action");
        case Action::Kind::milestone: return words("plan.milestone");
        case Action::Kind::risk: return words("plan.risk");
        case Action::Kind::resource_dependency: return words("plan.resource_dependency");
        case Action::Kind::interdependency: return words("plan.interdependency");
    }
    return words("plan.action");
}

json rating_data(const std::optional<returns::Entry>& entry, const std::string& word) {
    return {{"name", entry ? std::string(name(entry->rating)) : "none"}, {"word", word}};
}

/// The sentences of a narrative; none where none was returned.
json narrative_data(const report::ActionsBlock& block, const returns::ActionState& state, const PageWords& words) {
    if (!state.now || state.now->narrative.empty()) return json::array();
    const BoardWords board(words.locale(), words.language(), block.translations.get());
    const WordsCell said = board.said(state.now->narrative, block.language, "no_narrative");
    std::vector<Sentence> sentences{said.first()};
    sentences.insert(sentences.end(), said.more.begin(), said.more.end());
    return sentences_data(sentences);
}

void add_state(const report::ActionsBlock& block, const returns::ActionState& state, const PageWords& words,
               json& entry) {
    const ActionWords told = action_words(state, words.locale(), words.language());
    entry["status"] = told.status;
    entry["state"] = {{"percent", state.now ? told.percent : ""},
                      {"forecast", told.forecast},
                      {"rating", rating_data(state.now, told.rating)},
                      {"rating_before", rating_data(state.before, told.rating_before)},
                      {"narrative", narrative_data(block, state, words)}};
}

json entry_data(const Action& action, const PageWords& words) {
    const auto or_none = [&](const std::string& text, const char* none) { return text.empty() ? words(none) : text; };
    std::string title = words.in(action.title);
    if (!action.linked_id.empty())
        title = words("plan.linked", {{"title", title}, {"id", printable(action.linked_id)}});
    return {{"reference", printable(action.id)},
            {"title", title},
            {"kind", kind_text(action.kind, words)},
            {"lead", sentences_data({action.lead.empty() ? Sentence{words("plan.no_lead")}
                                                         : body_name(action.lead, words.locale(), words.language())})},
            {"measure", or_none(words.in(action.measure), "plan.no_measure")},
            {"due", or_none(printable(action.due), "plan.no_date")},
            {"state", false},
            {"status", words("plan.not_returned")}};
}

}  // namespace

json plan_data(const report::ActionsBlock& block, std::size_t number, const PageWords& words) {
    std::vector<const Text*> themes;
    for (const Action& action : block.actions)
        if (std::none_of(themes.begin(), themes.end(), [&](const Text* theme) { return *theme == action.theme; }))
            themes.push_back(&action.theme);
    json groups = json::array();
    for (const Text* theme : themes) {
        json entries = json::array();
        for (std::size_t i = 0; i < block.actions.size(); ++i) {
            if (block.actions[i].theme != *theme) continue;
            entries.push_back(entry_data(block.actions[i], words));
            if (block.quarter) add_state(block, block.states.at(i), words, entries.back());
        }
        groups.push_back({{"heading", words.in(*theme)}, {"entries", std::move(entries)}});
    }
    const json quarters =
        block.quarter ? json(quarters_text(*block.quarter, words.locale(), words.language())) : json(false);
    const Argument title{"title", words.in(block.title)};
    return {{"caption", words("plan.caption", {{"number", static_cast<std::int64_t>(number)}, title})},
            {"region_label", words("table_region", {title})},
            {"quarters", quarters},
            {"columns", block.quarter ? "10" : "7"},
            {"themes", std::move(groups)}};
}

}  // namespace quarterdeck::render
