#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "register/reported.h"
#include "report/template_folder.h"

namespace quarterdeck::render {

/// What was returned about an entry of a plan, in words of a language. What wasn't returned says so in each place.
struct ActionWords {
    std::string status;
    std::string rating;
    std::string rating_before;  ///< in the quarter before
    std::string percent;        ///< "40%"
    std::string forecast;       ///< a day, or that none was given
};

ActionWords action_words(const returns::ActionState& state, const report::Locale& locale, Language language);

/// Which quarters a plan shows: "As returned for 2022-23, quarter 4, beside the rating for …".
std::string quarters_text(const returns::Quarter& quarter, const report::Locale& locale, Language language);

}  // namespace quarterdeck::render
