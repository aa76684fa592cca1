#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "disclosure/pattern.h"
#include "disclosure/policy.h"
#include "disclosure/protected_table.h"
#include "quarterdeck/metric.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// How many figures of a release were hidden, and why.
struct Tally {
    std::uint64_t figures = 0;    ///< figures that count staff or rest on a count
    std::uint64_t primary = 0;    ///< counts of people or posts from 1 to threshold − 1
    std::uint64_t dependent = 0;  ///< FTE, percentages and ratios that rest on a hidden figure
    std::uint64_t secondary = 0;  ///< hidden so that no other figure can be worked out
};

/// Makes tables publishable under one policy, and counts what it hid.
class Protector {
public:
    /// For answers that stand alone: counts below the threshold are hidden, and what rests on them. A release needs
    /// a pattern, since figures can be worked out from others.
    explicit Protector(Policy policy) : policy_(policy) {}

    /// For the answers of a release and the pattern found for them. The answers must outlive this, at their place.
    /// Throws `Refusal` when the pattern leaves a count exact.
    Protector(const std::vector<query::Answer>& answers, Pattern pattern);

    /// The answer's own columns, hidden where they must be. With a pattern: one of the answers that it was made for,
    /// else std::invalid_argument.
    ProtectedTable protect(const query::Answer& answer);

    /// A declared metric: the answer's columns and its formulas, in the order of `metric.columns`.
    /// A formula that rests on a hidden figure is hidden.
    ProtectedTable protect(const Metric& metric, const query::Answer& answer);

    /// A table that a plugin made from protected answers: it knew no more than a reader does.
    ProtectedTable adopt(Table computed);

    /// Rows of several tables with the same columns, one below the other.
    ProtectedTable stack(const std::vector<ProtectedTable>& tables);

    /// The total rows only.
    ProtectedTable totals(const ProtectedTable& table);

    const Policy& policy() const { return policy_; }
    const Tally& tally() const { return tally_; }

    /// Nothing without a pattern.
    const Certificate* certificate() const { return pattern_ ? &pattern_->certificate : nullptr; }

private:
    /// What the pattern says of an answer; nothing without a pattern.
    const std::vector<Fate>* fates_of(const query::Answer& answer) const;

    Policy policy_;
    const std::vector<query::Answer>* answers_ = nullptr;
    std::optional<Pattern> pattern_;
    Tally tally_;
};

}  // namespace quarterdeck::disclosure
