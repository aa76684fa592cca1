#pragma once

#include <string>
#include <vector>

#include "disclosure/certificate.h"
#include "disclosure/earlier.h"
#include "disclosure/model.h"
#include "disclosure/other_dates.h"
#include "disclosure/policy.h"
#include "disclosure/solver_process.h"
#include "query/answer.h"
#include "query/membership.h"

namespace quarterdeck::disclosure {

/// The fate of every cell of every answer of a release.
struct Pattern {
    std::vector<std::vector<Fate>> fates;  ///< for each answer, cell by cell
    Certificate certificate;
    /// A figure that an earlier release printed otherwise.
    struct Revision {
        std::size_t answer = 0;
        std::size_t row = 0;
        std::size_t measure = 0;
        std::string was;
        std::string now;
    };

    std::vector<Revision> revised{};        ///< of the release's own answers
    std::vector<std::string> group_rows{};  ///< that tell of everybody in them the same: a name each
};

/// Throws `Refusal` when a count could be worked out exactly whatever is hidden.
void expect_nothing_exact(const Certificate& certificate);

/// Decides what to hide in a release, all answers together. `names` are the answers' names in messages. Where
/// nothing is too small no solver is started. After the release's own answers, which have names, stand those to the
/// queries of `earlier`; they too have fates, which nobody needs. `others` are dates that earlier releases followed
/// people between. A pattern may still leave a count exact: see `expect_nothing_exact`. Throws `Refusal` when the
/// solver gives no answer, and when an earlier release printed what the policy hides.
Pattern find_pattern(const std::vector<query::Answer>& answers, const query::Membership& membership,
                     const std::vector<std::string>& names, const Policy& policy, const Effort& effort,
                     const Solver& solver, const Earlier& earlier = {}, const std::vector<AnsweredDates>& others = {});

}  // namespace quarterdeck::disclosure
