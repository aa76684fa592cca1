#include "report/board/milestones.h"

#include <algorithm>
#include <tuple>

namespace quarterdeck::report {

namespace {

using State = returns::Milestone::State;

constexpr int months_ahead = 6;

Language language_of(const returns::Reported& reported, const std::string& programme, const returns::Quarter& quarter) {
    for (std::size_t ago = 0; ago < reported.quarters.size(); ++ago)
        if (const returns::Return* one = reported.find(programme, ago); one != nullptr && one->quarter == quarter)
            return one->language;
    return Language::english;
}

std::optional<Shift> shift_of(const BoardSource& source, const std::string& programme, const Action& entry) {
    for (const returns::MovedBaseline& moved : source.reported.moves) {
        if (moved.programme != programme || moved.move.id != entry.id) continue;
        Shift shift{.from = returns::last_day_of(entry.due),
                    .to = moved.move.to,
                    .decision_id = moved.move.decision,
                    .decision = {}};
        for (const returns::LoggedDecision& logged : source.reported.decisions)
            if (logged.programme == programme && logged.decision.id == moved.move.decision) {
                shift.decision = logged.decision;
                shift.language = language_of(source.reported, programme, logged.quarter);
            }
        return shift;
    }
    return std::nullopt;
}

void take_milestone(const returns::Return& content, MilestoneLine& line) {
    for (const returns::Milestone& one : content.milestones) {
        if (one.id != line.id) continue;
        line.state = one.state;
        line.met_on = one.met_on;
        line.forecast = one.forecast;
        line.narrative = {one.narrative, content.language};
    }
}

State state_of(const returns::Entry& entry, const std::optional<Date>& baseline) {
    if (entry.status == returns::Status::complete) return State::met;
    if (entry.status == returns::Status::withdrawn) return State::dropped;
    return baseline && entry.forecast && *entry.forecast > *baseline ? State::slipped : State::expected;
}

void take_action(const returns::Return& content, MilestoneLine& line) {
    for (const returns::Entry& one : content.entries) {
        if (one.action_id != line.id) continue;
        line.state = state_of(one, line.baseline);
        line.forecast = one.forecast;
        line.narrative = {one.narrative, content.language};
    }
}

/// By date; those without one last; then by id.
bool earlier(const MilestoneLine& one, const MilestoneLine& other) {
    const auto key = [](const MilestoneLine& line) {
        return std::tuple(!line.baseline.has_value(), line.baseline.value_or(Date{}));
    };
    return key(one) < key(other);
}

}  // namespace

MilestoneLine milestone_line(const BoardSource& source, const Programme& programme, const Action& entry) {
    MilestoneLine line{.programme = programme.id,
                       .programme_title = programme.title,
                       .id = entry.id,
                       .title = entry.title,
                       .baseline = source.reported.baseline(programme.id, entry),
                       .shift = shift_of(source, programme.id, entry),
                       .state = {},
                       .met_on = {},
                       .forecast = {},
                       .narrative = {}};
    if (const returns::Return* content = source.reported.find(programme.id)) {
        if (entry.kind == Action::Kind::milestone)
            take_milestone(*content, line);
        else
            take_action(*content, line);
    }
    line.open = line.state != State::met && line.state != State::dropped;
    line.overdue = line.open && line.baseline && *line.baseline < source.as_at;
    return line;
}

Milestones milestones_of(const BoardSource& source, const Programme& programme) {
    const Date horizon = Date::from_days(source.as_at.days() + 1).months_before(-months_ahead);
    Milestones found{.kind = Milestones::Kind::plan, .as_at = source.as_at, .lines = {}};
    for (const Action& entry : programme.actions) {
        if (entry.kind != Action::Kind::milestone && entry.kind != Action::Kind::action) continue;
        MilestoneLine line = milestone_line(source, programme, entry);
        const bool soon = line.open && line.baseline && *line.baseline < horizon;
        if (entry.kind == Action::Kind::milestone || soon) found.lines.push_back(std::move(line));
    }
    std::stable_sort(found.lines.begin(), found.lines.end(), earlier);
    return found;
}

Milestones overdue_milestones(const BoardSource& source, std::size_t most) {
    Milestones found{.kind = Milestones::Kind::overdue, .as_at = source.as_at, .lines = {}};
    for (const Programme* programme : source.programmes)
        for (const Action& entry : programme->actions)
            if (entry.kind == Action::Kind::milestone || entry.kind == Action::Kind::action)
                if (MilestoneLine line = milestone_line(source, *programme, entry); line.overdue)
                    found.lines.push_back(std::move(line));
    std::stable_sort(found.lines.begin(), found.lines.end(), earlier);
    if (most != all_lines && found.lines.size() > most) {
        found.more = found.lines.size() - most;
        found.lines.resize(most);
    }
    return found;
}

}  // namespace quarterdeck::report
