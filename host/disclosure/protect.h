#pragma once

#include <vector>

#include "disclosure/policy.h"
#include "disclosure/protected_table.h"
#include "quarterdeck/metric.h"
#include "query/answer.h"

namespace quarterdeck::disclosure {

/// How many figures of a release were hidden, and why.
struct Tally {
    std::uint64_t figures = 0;    ///< figures that count staff or rest on a count
    std::uint64_t primary = 0;    ///< counts of people or posts from 1 to threshold − 1
    std::uint64_t dependent = 0;  ///< FTE, percentages and ratios that rest on a hidden count
};

/// Makes tables publishable under one policy, and counts what it hid.
class Protector {
public:
    explicit Protector(Policy policy) : policy_(policy) {}

    /// The answer's own columns, hidden where they must be.
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

private:
    Policy policy_;
    Tally tally_;
};

}  // namespace quarterdeck::disclosure
