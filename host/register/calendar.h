#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/period.h"
#include "register/quarter.h"

namespace quarterdeck::returns {

/// Who approves a programme's returns.
struct Lead {
    std::string programme;
    std::string role;

    bool operator==(const Lead&) const = default;
};

/// The days of a quarter's reporting, in their order, and the lead roles that hold in it.
struct Calendar {
    Quarter quarter;
    Date snapshot;    ///< that the workforce figures are of
    Date return_due;  ///< a return submitted later is late
    Date cut_off;     ///< what comes in later isn't in the papers
    Date sign_off;
    Date papers_out;
    Date meeting;
    std::vector<Lead> leads;

    /// Nothing when no lead is named for the programme.
    std::optional<std::string> lead_of(const std::string& programme) const {
        for (const Lead& lead : leads)
            if (lead.programme == programme) return lead.role;
        return std::nullopt;
    }
    bool operator==(const Calendar&) const = default;
};

}  // namespace quarterdeck::returns
