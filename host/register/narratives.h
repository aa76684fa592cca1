#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "register/programme_return.h"

namespace quarterdeck::returns {

/// A text that a programme wrote into its return, and where: sheet and column of the form, and the row's id.
struct Narrative {
    std::string_view sheet;   ///< "actions"
    std::string row;          ///< "IMG-A1"; empty for the programme as a whole
    std::string_view column;  ///< "narrative"
    std::string text;

    bool operator==(const Narrative&) const = default;
};

/// Every text of a return that readers see, in the order of the form. Empty ones are left out.
std::vector<Narrative> narratives(const Return& content);

}  // namespace quarterdeck::returns
