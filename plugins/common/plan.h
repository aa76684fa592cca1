#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "quarterdeck/action.h"

namespace quarterdeck::programmes {

/// A programme's plan: the national actions that concern it, then its own entries.
/// `area` is the programme's letter (P, I, E or G); without one, it takes what concerns every programme. An action
/// whose areas aren't agreed yet concerns every programme. `own_entries` are the texts of the programme's own plans.
std::vector<Action> plan(std::string_view area, std::initializer_list<std::string_view> own_entries);

}  // namespace quarterdeck::programmes
