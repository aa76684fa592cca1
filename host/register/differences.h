#pragma once

#include <string>
#include <vector>

#include "register/programme_return.h"

namespace quarterdeck::returns {

/// Ids of what a later return says otherwise than an earlier one, each once: "" first where it is the programme as a
/// whole, then entries, milestones, risks, issues, decisions, dependencies and measured entries in their order.
std::vector<std::string> differences(const Return& before, const Return& after);

}  // namespace quarterdeck::returns
