#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/issue.h"
#include "report/board/decisions.h"
#include "report/board/dependencies.h"
#include "report/board/measures.h"
#include "report/board/milestones.h"
#include "report/board/ratings.h"
#include "report/board/risks.h"

namespace quarterdeck::report {

/// An action of the plan with what was returned on it.
struct ActionLine {
    Action action;
    std::optional<Date> baseline;  ///< nothing: no baseline date
    returns::ActionState state;
    Language language = Language::english;  ///< that the return is in
    std::vector<Challenge> challenges;      ///< of this action
    bool exception = false;                 ///< amber or red, worse than last quarter, or with a challenge

    bool operator==(const ActionLine&) const = default;
};

/// What a governance group reads about one programme: the highlight report of a quarter.
struct Form {
    returns::Quarter quarter;
    RatingLine rating;
    Said done;                        ///< this quarter
    Said planned;                     ///< for the next
    std::vector<ActionLine> actions;  ///< all, in the order of the plan
    Milestones milestones;
    Risks risks;                         ///< the top three
    std::vector<returns::Issue> issues;  ///< open ones
    Decisions asked;
    std::vector<DependencyLine> resources;
    std::vector<DependencyLine> interdependencies;
    std::vector<MeasureLine> measures;

    bool operator==(const Form&) const = default;
};

Form form(const BoardSource& source, const Programme& programme);

}  // namespace quarterdeck::report
