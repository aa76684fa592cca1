#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "register/milestone.h"
#include "register/reported.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// A baseline date that was moved, and by which decision.
struct Shift {
    std::optional<Date> from;  ///< as the plan has it; nothing: it had none
    Date to;
    std::string decision_id;
    std::optional<returns::Decision> decision;  ///< nothing when the register doesn't hold it
    Language language = Language::english;      ///< that the decision is worded in

    bool operator==(const Shift&) const = default;
};

/// A milestone of a plan, or an action that is due at a date.
struct MilestoneLine {
    using State = returns::Milestone::State;

    std::string programme;
    Text programme_title;
    std::string id;
    Text title;
    std::optional<Date> baseline;  ///< nothing: no baseline date
    std::optional<Shift> shift;
    std::optional<State> state;  ///< nothing: not returned
    std::optional<Date> met_on;
    std::optional<Date> forecast;
    Said narrative;
    bool open = true;      ///< neither met nor dropped
    bool overdue = false;  ///< open, and its baseline date is before the reporting date

    bool operator==(const MilestoneLine&) const = default;
};

struct Milestones {
    enum class Kind { overdue, plan };

    Kind kind = Kind::plan;
    Date as_at;
    std::vector<MilestoneLine> lines;
    std::size_t more = 0;  ///< lines left out

    bool operator==(const Milestones&) const = default;
};

/// The line of one entry of a plan.
MilestoneLine milestone_line(const BoardSource& source, const Programme& programme, const Action& entry);

/// All milestones of a plan, and its actions that are overdue or due within the six months after the reporting date:
/// by baseline date, those without one last.
Milestones milestones_of(const BoardSource& source, const Programme& programme);

/// Milestones of all plans that are overdue, longest first, and the actions that the programmes' own plans have.
Milestones overdue_milestones(const BoardSource& source, std::size_t most);

}  // namespace quarterdeck::report
