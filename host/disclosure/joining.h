#pragma once

#include <vector>

#include "disclosure/other_dates.h"
#include "disclosure/policy.h"
#include "disclosure/problem.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// Brings what earlier releases told of movements between other dates into a release's problem, which is that of the
/// answers. Each of these dates is a problem of its own, with all of its relations; the cells that it
/// shares with the release's become one. What nothing links with a cell of the release itself is left out: its
/// protection is as good as it was.
void join(Problem& problem, const std::vector<query::Answer>& answers, const std::vector<AnsweredDates>& others,
          const Policy& policy);

}  // namespace quarterdeck::disclosure
