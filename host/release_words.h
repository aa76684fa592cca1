#pragma once

#include <string>
#include <vector>

#include "disclosure/pattern.h"
#include "plan.h"
#include "query/answer.h"
#include "report/model.h"
#include "report/template_folder.h"
#include "standing.h"

namespace quarterdeck {

/// What every page, sheet and file says of how the release stands, who may see it, and from when.
std::vector<report::Marking> markings_of(const Standing& standing, const report::Locale& locale);

/// What a correction says of itself: why there is a further edition, which returns and which figures changed since
/// the last one that was issued. Empty for a first edition.
std::vector<Text> changes_of(const Standing& standing, const Plan& plan, const disclosure::Pattern& pattern,
                             const std::vector<query::Answer>& answers, const report::Locale& locale);

/// Figures that an earlier release printed otherwise, for whoever makes the release: a sentence each.
std::vector<std::string> revised_figures(const disclosure::Pattern& pattern, const std::vector<query::Answer>& answers,
                                         const std::vector<std::string>& names);

}  // namespace quarterdeck
