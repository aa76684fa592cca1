#pragma once

#include <vector>

#include "report/challenge/challenge.h"

namespace quarterdeck::report {

/// What each rating means, and by which rules ratings are held against the facts.
struct Criteria {
    std::vector<ChallengeRule> rules;  ///< those that are on, in their order

    bool operator==(const Criteria&) const = default;
};

inline Criteria criteria(const RulesOff& off) {
    Criteria all;
    for (std::size_t i = 0; i < challenge_names.size(); ++i)
        if (const auto rule = static_cast<ChallengeRule>(i); !off.contains(rule)) all.rules.push_back(rule);
    return all;
}

}  // namespace quarterdeck::report
