#pragma once

#include <string>
#include <vector>

#include "register/definitions.h"
#include "register/form/form_reader.h"
#include "register/programme_return.h"
#include "register/reported.h"

namespace quarterdeck::returns {

/// What a return is held against, beside its own form.
struct ReturnRules {
    const Reported& reported;          ///< of the quarter: last quarter's ratings, the decision log, moved dates
    const Definitions& definitions;    ///< of the programme
    std::vector<std::string> metrics;  ///< "key_figures/headcount": what may give an actual
};

/// The return that a filled form makes; its programme, quarter and source are left to the caller. Rows in which
/// nothing was filled in are not returned. Faults are added for what must be there together, or mustn't: a rating that
/// changed without a reason, a milestone met without a day, a date moved without a decision.
Return return_of(const FilledForm& form, const ReturnRules& rules, std::vector<Fault>& faults);

}  // namespace quarterdeck::returns
