#pragma once

#include <vector>

#include "quarterdeck/programme.h"
#include "register/programme_return.h"

namespace quarterdeck::example {

/// Adds made-up states of everything in the plan that the story doesn't tell, by rules without chance: actions that
/// begin later aren't started, the others advance from the first quarter to the second. `others` are all programmes:
/// their interdependencies with this one are answered too.
void fill(returns::Return& story, const Programme& programme, const std::vector<const Programme*>& others);

}  // namespace quarterdeck::example
