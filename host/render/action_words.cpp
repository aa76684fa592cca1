#include "render/action_words.h"

#include "render/date_text.h"
#include "render/html_text.h"

namespace quarterdeck::render {

namespace {

std::string quarter_text(const returns::Quarter& quarter, const report::Locale& locale, Language language) {
    return message(locale, "actions.quarter", language,
                   {{"year", quarter.year()}, {"number", std::int64_t{quarter.number()}}});
}

}  // namespace

ActionWords action_words(const returns::ActionState& state, const report::Locale& locale, Language language) {
    const auto words = [&](const std::string& key) { return locale.get("actions." + key, language); };
    const auto rating = [&](const std::optional<returns::Entry>& entry) {
        return entry ? words("rating_" + std::string(name(entry->rating))) : words("not_returned");
    };
    ActionWords told;
    told.status = told.percent = told.forecast = words("not_returned");
    told.rating = rating(state.now);
    told.rating_before = rating(state.before);
    if (!state.now) return told;
    told.status = words("status_" + std::string(name(state.now->status)));
    told.percent = std::to_string(state.now->percent_complete) + "%";
    told.forecast = state.now->forecast ? date_text(*state.now->forecast, language) : words("no_forecast");
    return told;
}

std::string quarters_text(const returns::Quarter& quarter, const report::Locale& locale, Language language) {
    return message(locale, "actions.quarters", language,
                   {{"now", quarter_text(quarter, locale, language)},
                    {"before", quarter_text(quarter.previous(), locale, language)}});
}

}  // namespace quarterdeck::render
