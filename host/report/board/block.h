#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "report/board/calendar_days.h"
#include "report/board/corrections.h"
#include "report/board/criteria.h"
#include "report/board/decisions.h"
#include "report/board/definition_changes.h"
#include "report/board/form.h"
#include "report/board/milestones.h"
#include "report/board/priorities.h"
#include "report/board/progress.h"
#include "report/board/ratings.h"
#include "report/board/risks.h"

namespace quarterdeck::report {

using BoardContent = std::variant<Ratings, Decisions, Milestones, Risks, Priorities, Form, CalendarDays, Corrections,
                                  Criteria, Progress, DefinitionChanges>;

/// What a governance group reads of a quarter.
struct BoardBlock {
    std::string id;         ///< unique in the report; the anchor in HTML
    std::string programme;  ///< of a form; else empty
    Text title;
    BoardContent content;
    std::shared_ptr<const std::vector<returns::KnownTranslation>> translations{};  ///< of what programmes said
};

}  // namespace quarterdeck::report
