#pragma once

#include <string>
#include <vector>

#include "register/reported.h"

namespace quarterdeck::returns {

/// What keeps a quarter's returns from going out: one that is a draft, one that its lead role hasn't approved, and, of
/// `languages`, one that a reviewed translation of its texts is missing in. `latest`: each programme's last return, a
/// draft too. A part of a sentence each, in their order.
std::vector<std::string> not_ready(const std::vector<Return>& latest, const Reported& reported,
                                   const std::vector<Language>& languages);

}  // namespace quarterdeck::returns
