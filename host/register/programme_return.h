#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "quarterdeck/text.h"
#include "register/decision.h"
#include "register/dependency.h"
#include "register/issue.h"
#include "register/measurement.h"
#include "register/milestone.h"
#include "register/quarter.h"
#include "register/rating.h"
#include "register/risk.h"

namespace quarterdeck::returns {

/// What a programme reports about one action of its plan.
struct Entry {
    std::string action_id;
    Status status = Status::not_started;
    Rating rating = Rating::green;
    std::string rating_reason{};   ///< why the rating differs from last quarter's; empty where it doesn't
    int percent_complete = 0;      ///< 0 to 100
    std::string narrative;         ///< plain text, may be empty
    std::optional<Date> forecast;  ///< when it is expected to be complete

    bool operator==(const Entry&) const = default;
};

/// The programme as a whole.
struct Overview {
    std::optional<Rating> rating;
    std::string rating_reason;  ///< why it differs from last quarter's
    std::string summary;
    std::string done;     ///< this quarter
    std::string planned;  ///< for the next

    bool operator==(const Overview&) const = default;
};

/// That a named lead role stands behind a return. Appended to the register after the return.
struct Approval {
    std::string programme;
    Quarter quarter;
    std::int64_t return_number = 0;
    std::string by;  ///< a role, never a person
    Date on;

    bool operator==(const Approval&) const = default;
};

/// What a programme returns for a quarter. A correction is another return, appended later.
struct Return {
    enum class State { draft, submitted, approved };

    std::string programme;  ///< id
    Quarter quarter;
    std::string submitted_by;  ///< a role, never a person; empty: not stated
    Date submitted_on;
    std::string source_file;    ///< name without folder
    std::string source_sha256;  ///< of the file: 64 hexadecimal digits, lower case
    std::vector<Entry> entries;
    std::int64_t number = 0;  ///< from 1 in the order of appending; given by the register

    bool draft = false;                     ///< not submitted yet: no report shows it
    Language language = Language::english;  ///< that its texts are in
    std::string definitions_sha256{};       ///< of the `Definitions` that it was issued against; empty: not known
    Overview overview{};
    std::vector<Milestone> milestones{};
    std::vector<Risk> risks{};
    std::vector<Issue> issues{};
    std::vector<Decision> decisions{};
    std::vector<Dependency> dependencies{};  ///< own ones, and those of others that name this programme
    std::vector<Measurement> measurements{};
    std::vector<BaselineMove> baseline_moves{};
    std::optional<Approval> approval{};  ///< of this very return; given by the register

    State state() const { return approval ? State::approved : draft ? State::draft : State::submitted; }
    bool operator==(const Return&) const = default;
};

}  // namespace quarterdeck::returns
