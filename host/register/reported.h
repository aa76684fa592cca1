#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "register/calendar.h"
#include "register/definitions.h"
#include "register/programme_return.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// What was returned about one entry of a plan. Empty means not returned, whatever the other quarter has.
struct ActionState {
    std::optional<Entry> now;
    std::optional<Entry> before;  ///< in the quarter before

    bool operator==(const ActionState&) const = default;
};

/// How one programme sees a dependency.
struct SideView {
    std::string programme;  ///< whose view it is
    Dependency dependency;

    bool operator==(const SideView&) const = default;
};

/// A decision of the log, with the programme that asked for it.
struct LoggedDecision {
    std::string programme;
    Quarter quarter;  ///< of the return that it stands in
    Decision decision;

    bool operator==(const LoggedDecision&) const = default;
};

/// A baseline date that a programme moved.
struct MovedBaseline {
    std::string programme;
    Quarter quarter;  ///< of the return that moved it
    BaselineMove move;

    bool operator==(const MovedBaseline&) const = default;
};

/// What a programme last returned against before this quarter.
struct EarlierPlan {
    Quarter quarter;  ///< of that return
    Definitions definitions;

    bool operator==(const EarlierPlan&) const = default;
};

/// A return that a later one of the same programme and quarter replaced.
struct Superseded {
    std::string programme;
    std::int64_t number = 0;
    std::int64_t replaced_by = 0;
    std::vector<std::string> changed{};  ///< ids of what the later one says otherwise; "": the programme as a whole

    bool operator==(const Superseded&) const = default;
};

/// A text that a programme returned, in the other language.
struct KnownTranslation {
    std::string programme;
    std::string source;
    std::string text;
    bool reviewed = false;

    bool operator==(const KnownTranslation&) const = default;
};

/// What programmes have returned for a quarter and those before: of each programme the latest return of each,
/// drafts left out. As the register stood when `known_up_to` was its last number.
struct Reported {
    Quarter quarter;
    std::vector<std::vector<Return>> quarters;     ///< this quarter, the one before, and so on; at most one a programme
    std::optional<Calendar> calendar{};            ///< of this quarter
    std::vector<LoggedDecision> decisions{};       ///< of all quarters up to this: the latest state of each
    std::vector<MovedBaseline> moves{};            ///< of all quarters up to this: the last of each entry
    std::vector<Superseded> superseded{};          ///< in this quarter, in the order of appending
    std::vector<KnownTranslation> translations{};  ///< of all quarters: the last of each text
    std::vector<EarlierPlan> earlier_plans{};      ///< one a programme at most, by its id
    std::int64_t known_up_to = 0;

    /// What a programme's text was translated as; null when it wasn't.
    const KnownTranslation* translation(const std::string& programme, const std::string& source) const;

    /// A programme's return; null when it hasn't returned, or for quarters further back than were read.
    const Return* find(const std::string& programme, std::size_t quarters_ago = 0) const;

    ActionState state(const std::string& programme, const std::string& action_id) const;

    /// What was returned about an action in this quarter, the one before, and so on: as many as were read.
    std::vector<std::optional<Entry>> history(const std::string& programme, const std::string& action_id) const;

    /// How each side sees a dependency of a programme's plan in this quarter: the programme itself first.
    std::vector<SideView> views(const std::string& programme, const std::string& id) const;

    /// When an entry of a plan was due to be complete: as defined, unless a return moved it since. Nothing: it has
    /// no baseline date.
    std::optional<Date> baseline(const std::string& programme, const Action& action) const;
};

}  // namespace quarterdeck::returns
