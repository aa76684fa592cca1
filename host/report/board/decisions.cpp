#include "report/board/decisions.h"

#include <algorithm>
#include <tuple>

namespace quarterdeck::report {

namespace {

Language language_of(const BoardSource& source, const returns::LoggedDecision& logged) {
    for (std::size_t ago = 0; ago < source.reported.quarters.size(); ++ago)
        if (const auto* one = source.reported.find(logged.programme, ago);
            one != nullptr && one->quarter == logged.quarter)
            return one->language;
    return Language::english;
}

bool needed_sooner(const DecisionLine& one, const DecisionLine& other) {
    const auto key = [](const DecisionLine& line) {
        return std::tuple(!line.decision.needed_by.has_value(), line.decision.needed_by.value_or(Date{}));
    };
    return key(one) < key(other);
}

bool taken_later(const DecisionLine& one, const DecisionLine& other) {
    return one.decision.decided_on > other.decision.decided_on;
}

}  // namespace

Decisions decisions(const BoardSource& source, Decisions::Kind kind, const std::string& programme, std::size_t most) {
    Decisions found{.kind = kind, .lines = {}};
    for (const returns::LoggedDecision& logged : source.reported.decisions) {
        if (logged.decision.taken() != (kind == Decisions::Kind::taken)) continue;
        if (!programme.empty() && logged.programme != programme) continue;
        found.lines.push_back({logged.programme, source.title(logged.programme), logged.quarter, logged.decision,
                               language_of(source, logged)});
    }
    std::stable_sort(found.lines.begin(), found.lines.end(),
                     kind == Decisions::Kind::asked ? needed_sooner : taken_later);
    if (most != all_lines && found.lines.size() > most) {
        found.more = found.lines.size() - most;
        found.lines.resize(most);
    }
    return found;
}

}  // namespace quarterdeck::report
