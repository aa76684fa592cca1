#include "report/board/form.h"

#include <algorithm>

namespace quarterdeck::report {

namespace {

using returns::Rating;

constexpr std::size_t top_risks_shown = 3;

bool is_exception(const ActionLine& line) {
    if (!line.state.now) return false;
    const Rating now = line.state.now->rating;
    const bool worse = line.state.before && direction(now, line.state.before->rating) == Direction::worse;
    return now == Rating::amber || now == Rating::red || worse || !line.challenges.empty();
}

ActionLine action_line(const BoardSource& source, const Programme& programme, const Action& action,
                       const std::vector<Challenge>& all) {
    ActionLine line{.action = action,
                    .baseline = source.reported.baseline(programme.id, action),
                    .state = source.reported.state(programme.id, action.id),
                    .challenges = {}};
    if (const returns::Return* content = source.reported.find(programme.id)) line.language = content->language;
    std::copy_if(all.begin(), all.end(), std::back_inserter(line.challenges),
                 [&](const Challenge& one) { return one.entry == action.id; });
    line.exception = is_exception(line);
    return line;
}

}  // namespace

Form form(const BoardSource& source, const Programme& programme) {
    Form form{.quarter = source.reported.quarter,
              .rating = rating_line(source, programme),
              .done = {},
              .planned = {},
              .actions = {},
              .milestones = milestones_of(source, programme),
              .risks = risks_of(source, programme, top_risks_shown),
              .issues = {},
              .asked = decisions(source, Decisions::Kind::asked, programme.id, all_lines),
              .resources = dependencies_of(source, programme, Action::Kind::resource_dependency),
              .interdependencies = dependencies_of(source, programme, Action::Kind::interdependency),
              .measures = measures_of(source, programme)};
    for (const Action& action : programme.actions)
        if (action.kind == Action::Kind::action)
            form.actions.push_back(action_line(source, programme, action, form.rating.challenges));
    if (const returns::Return* content = source.reported.find(programme.id)) {
        form.done = {content->overview.done, content->language};
        form.planned = {content->overview.planned, content->language};
        std::copy_if(content->issues.begin(), content->issues.end(), std::back_inserter(form.issues),
                     [](const returns::Issue& issue) { return !issue.resolved_on; });
    }
    return form;
}

}  // namespace quarterdeck::report
