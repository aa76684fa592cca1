#pragma once

#include <optional>
#include <string>

#include "quarterdeck/period.h"

namespace quarterdeck::returns {

/// A decision that a programme asks for. Once it is taken, its date and outcome make it part of the decision log.
struct Decision {
    std::string id;  ///< "D1", "D2"…, the same from quarter to quarter
    std::string question;
    std::string owner;  ///< who decides: a role or group, never a person
    std::optional<Date> needed_by;
    std::optional<Date> decided_on;  ///< nothing while it is asked for
    std::string outcome;             ///< what was decided; empty while it is asked for

    bool taken() const { return decided_on.has_value(); }
    bool operator==(const Decision&) const = default;
};

/// A date of the plan that was moved, and the decision that allows it.
struct BaselineMove {
    std::string id;        ///< of an action or milestone of the plan
    Date to;               ///< its baseline date from now on
    std::string decision;  ///< id of a decision that was taken, in this return or an earlier one

    bool operator==(const BaselineMove&) const = default;
};

}  // namespace quarterdeck::returns
