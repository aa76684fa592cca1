#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "audit/finished/figures.h"
#include "audit/finished/formulation.h"
#include "disclosure/policy.h"

namespace quarterdeck::audit {

/// Collects what a reader knows of hidden figures, as far as the true ones satisfy it: figures that are shown stand in
/// it as what is printed of them.
class KnownRelations {
public:
    /// `figures` must outlive this.
    KnownRelations(const std::vector<Figure>& figures, const disclosure::Policy& policy);

    using Terms = std::map<std::size_t, std::int64_t>;  ///< factors by figure

    /// low ≤ Σ factor × figure ≤ high, if the true figures satisfy it.
    void add(const Terms& terms, std::int64_t low, std::int64_t high);

    /// Parts of a whole: they add up to it, or it lies between the largest and their sum. `covering`: all of it is in
    /// some part.
    void add_partition(std::size_t whole, const std::vector<std::size_t>& parts, bool covering);

    void add_at_most(std::size_t part, std::size_t whole);

    Formulation formulation() && { return std::move(formulation_); }

private:
    void add_unknown(std::size_t number, int threshold);
    Range told(std::size_t number) const;

    const std::vector<Figure>& figures_;
    std::vector<std::size_t> unknown_of_;  ///< by figure
    Formulation formulation_;
    std::set<std::vector<std::int64_t>> seen_;
};

}  // namespace quarterdeck::audit
