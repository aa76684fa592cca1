#include "report/board/ratings.h"

#include "report/challenge/challenges.h"

namespace quarterdeck::report {
namespace {

ActionTally tally_of(const BoardSource& source, const Programme& programme) {
    ActionTally tally;
    for (const Action& action : programme.actions) {
        if (action.kind != Action::Kind::action) continue;
        ++tally.actions;
        const auto now = source.reported.state(programme.id, action.id).now;
        if (!now) continue;
        ++tally.returned;
        ++tally.rated[static_cast<std::size_t>(now->rating)];
    }
    return tally;
}

}  // namespace

Direction direction(const std::optional<returns::Rating>& now, const std::optional<returns::Rating>& before) {
    if (!now || !before) return Direction::not_known;
    if (*now == *before) return Direction::same;
    return *now < *before ? Direction::better : Direction::worse;
}

RatingLine rating_line(const BoardSource& source, const Programme& programme) {
    RatingLine line{.programme = programme.id,
                    .title = programme.title,
                    .now = {},
                    .before = {},
                    .lead = {},
                    .reason = {},
                    .summary = {},
                    .challenges = challenges(source, programme),
                    .tally = tally_of(source, programme)};
    const std::optional<returns::Calendar>& calendar = source.reported.calendar;
    if (calendar) line.lead = calendar->lead_of(programme.id).value_or("");
    if (const returns::Return* before = source.reported.find(programme.id, 1)) {
        line.returned_before = true;
        line.before = before->overview.rating;
    }
    if (const returns::Return* now = source.reported.find(programme.id)) {
        line.returned = true;
        line.now = now->overview.rating;
        line.late = calendar && now->submitted_on > calendar->return_due;
        line.approved = now->approval.has_value();
        line.reason = {now->overview.rating_reason, now->language};
        line.summary = {now->overview.summary, now->language};
    }
    line.direction = direction(line.now, line.before);
    return line;
}

Ratings ratings(const BoardSource& source) {
    Ratings all{.quarter = source.reported.quarter, .lines = {}};
    for (const Programme* programme : source.programmes) all.lines.push_back(rating_line(source, *programme));
    return all;
}

}  // namespace quarterdeck::report
