#include "register/readiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "register/narratives.h"

namespace quarterdeck::returns {

namespace {

/// Texts of a return, each once, that nobody has reviewed in the other language.
std::size_t unreviewed(const Return& one, const Reported& reported) {
    std::set<std::string> texts;
    for (const Narrative& narrative : narratives(one)) {
        const KnownTranslation* known = reported.translation(one.programme, narrative.text);
        if (known == nullptr || !known->reviewed) texts.insert(narrative.text);
    }
    return texts.size();
}

}  // namespace

std::vector<std::string> not_ready(const std::vector<Return>& latest, const Reported& reported,
                                   const std::vector<Language>& languages) {
    std::vector<std::string> faults;
    for (const Return& one : latest) {
        if (one.draft) {
            faults.push_back(
                fmt::format("{}: return {} is a draft that nobody has reviewed", one.programme, one.number));
            continue;
        }
        const auto lead = reported.calendar ? reported.calendar->lead_of(one.programme) : std::nullopt;
        if (lead && !one.approval)
            faults.push_back(fmt::format("{}: return {} isn't approved by {}", one.programme, one.number, *lead));
        const bool translated = std::any_of(languages.begin(), languages.end(),
                                            [&](Language language) { return language != one.language; });
        const std::size_t open = translated ? unreviewed(one, reported) : 0;
        if (open > 0)
            faults.push_back(
                fmt::format("{}: {} of return {} {} no reviewed translation (`quarterdeck returns "
                            "translate`)",
                            one.programme, open == 1 ? "1 text" : fmt::format("{} texts", open), one.number,
                            open == 1 ? "has" : "have"));
    }
    return faults;
}

}  // namespace quarterdeck::returns
