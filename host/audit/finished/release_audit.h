#pragma once

#include "audit/finished/release.h"

namespace quarterdeck::audit {

/// What the audit of a release that passed it has proved.
struct Passed {
    std::size_t hidden = 0;     ///< figures that were attacked, each once wherever it stands
    std::size_t proved = 0;     ///< of these: the values that the policy asks for were found, each in a whole filling
    std::size_t bounded = 0;    ///< of these: only no way was found to narrow them; the search was given up
    std::size_t narrow = 0;     ///< of these: narrower than the policy, as the certificate says; not single
    std::size_t relations = 0;  ///< that the attack used
    std::size_t dropped = 0;    ///< that the true figures break: not used
};

/// Takes the part of a reader of the finished files, all together. Other code and another formulation than what chose
/// the cells to hide: its relations come from what metrics say they count and from the text of the files, and it tries
/// whole numbers. Throws `Refusal` when formats differ, or when a figure is left with less than the policy asks for:
/// named by table, row and column. Work is bounded in steps, so that the same files give the same outcome.
Passed audit_release(const FinishedRelease& release);

}  // namespace quarterdeck::audit
