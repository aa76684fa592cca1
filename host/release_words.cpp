#include "release_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/date_text.h"
#include "render/html_text.h"

namespace quarterdeck {

namespace {

using returns::Edition;

constexpr std::size_t date_length = 10;  // "2023-05-01", of an embargo "2023-05-01 09:30"

/// Wording with arguments that are the same in both languages.
Text words(const report::Locale& locale, const std::string& key, const std::vector<render::Argument>& arguments = {}) {
    return {render::message(locale, key, Language::english, arguments),
            render::message(locale, key, Language::welsh, arguments)};
}

void append(Text& text, const Text& sentence) {
    text.en += (text.en.empty() ? "" : " ") + sentence.en;
    text.cy += (text.cy.empty() ? "" : " ") + sentence.cy;
}

Text embargo(const std::string& until, const report::Locale& locale) {
    Text text;
    const Date date = Date::parse(until.substr(0, date_length)).value_or(Date{});
    for (const auto& [language, into] : {std::pair{Language::english, &text.en}, {Language::welsh, &text.cy}})
        *into = render::message(locale, "release.embargo", language,
                                {{"time", until.substr(date_length + 1)}, {"date", render::date_text(date, language)}});
    return text;
}

/// A row's labels, or its id where it has none.
Text label_of(const Row& row) {
    Text label;
    for (const Text& text : row.labels) {
        if (text.en.empty()) continue;
        label.en += (label.en.empty() ? "" : ", ") + text.en;
        label.cy += (label.cy.empty() ? "" : ", ") + text.cy;
    }
    return label.en.empty() ? Text{row.id, row.id} : label;
}

Text title_of(const Plan& plan, std::size_t answer) {
    for (const PlannedMetric& planned : plan.metrics)
        if (answer >= planned.first_query && answer < planned.first_query + planned.query_count)
            return planned.metric->title;
    return {};
}

Text programme_title(const Plan& plan, const std::string& id) {
    for (const Programme* programme : plan.programmes)
        if (programme->id == id) return programme->title;
    return {id, id};
}

/// A wording whose arguments differ by language.
Text words_of(const report::Locale& locale, const std::string& key,
              const std::vector<std::pair<std::string, Text>>& arguments) {
    Text text;
    for (const auto& [language, into] : {std::pair{Language::english, &text.en}, {Language::welsh, &text.cy}}) {
        std::vector<render::Argument> in_language;
        in_language.reserve(arguments.size());
        for (const auto& [name, value] : arguments) in_language.push_back({name, value.in(language)});
        *into = render::message(locale, key, language, in_language);
    }
    return text;
}

Text plain(const std::string& text) {
    return {text, text};
}

void add_returns(const Standing& standing, const Plan& plan, const report::Locale& locale, std::vector<Text>& changes) {
    if (!standing.reported || !standing.reported_then) return;
    for (const returns::Return& now : standing.reported->quarters.front()) {
        const returns::Return* then = standing.reported_then->find(now.programme);
        if (then != nullptr && then->number == now.number) continue;
        changes.push_back(words_of(locale, then == nullptr ? "release.changes.returned" : "release.changes.corrected",
                                   {{"name", programme_title(plan, now.programme)}}));
    }
}

}  // namespace

std::vector<report::Marking> markings_of(const Standing& standing, const report::Locale& locale) {
    const Edition& edition = standing.edition;
    const std::string state(returns::edition_state_names[static_cast<std::size_t>(edition.state)]);
    const std::string audience(returns::audience_names[static_cast<std::size_t>(edition.audience)]);
    report::Marking marking{
        .kind = "release",
        .title = words(locale, "release.state." + state, {{"edition", std::int64_t{edition.edition}}}),
        .text = words(locale, "release.audience." + audience)};
    if (!edition.embargo.empty()) append(marking.text, embargo(edition.embargo, locale));
    if (!standing.history) append(marking.text, words(locale, "release.no_history"));
    return {marking};
}

std::vector<Text> changes_of(const Standing& standing, const Plan& plan, const disclosure::Pattern& pattern,
                             const std::vector<query::Answer>& answers, const report::Locale& locale) {
    std::vector<Text> changes;
    if (!standing.corrected) return changes;
    if (!standing.edition.note.empty())
        changes.push_back(words_of(locale, "release.changes.note", {{"note", plain(standing.edition.note)}}));
    add_returns(standing, plan, locale, changes);
    for (const disclosure::Pattern::Revision& revision : pattern.revised)
        changes.push_back(words_of(locale, "release.changes.figure",
                                   {{"table", title_of(plan, revision.answer)},
                                    {"row", label_of(answers[revision.answer].rows[revision.row])},
                                    {"column", answers[revision.answer].measures[revision.measure].title},
                                    {"was", plain(revision.was)},
                                    {"now", plain(revision.now)}}));
    if (changes.empty()) changes.push_back(words(locale, "release.changes.none"));
    return changes;
}

std::vector<std::string> revised_figures(const disclosure::Pattern& pattern, const std::vector<query::Answer>& answers,
                                         const std::vector<std::string>& names) {
    std::vector<std::string> sentences;
    for (const disclosure::Pattern::Revision& revision : pattern.revised) {
        const query::Answer& answer = answers[revision.answer];
        sentences.push_back(fmt::format("{}, row \"{}\", column {}: an earlier release printed {}; this one prints {}.",
                                        names[revision.answer], label_of(answer.rows[revision.row]).en,
                                        answer.measures[revision.measure].id, revision.was, revision.now));
    }
    return sentences;
}

}  // namespace quarterdeck
