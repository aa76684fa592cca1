#pragma once

#include <optional>
#include <string>

#include "quarterdeck/period.h"

namespace quarterdeck::returns {

/// Something that has gone wrong and is being dealt with.
struct Issue {
    std::string id;  ///< "I1", "I2"…, the same from quarter to quarter
    std::string title;
    std::string response;  ///< what is being done
    std::string owner;     ///< a role, never a person
    std::optional<Date> raised_on;
    std::optional<Date> resolved_on;  ///< nothing while it is open

    bool operator==(const Issue&) const = default;
};

}  // namespace quarterdeck::returns
