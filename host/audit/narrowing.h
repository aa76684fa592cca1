#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "audit/system.h"

namespace quarterdeck::audit {

/// Ranges of unknowns, narrowed by one relation after the other, as somebody with a pencil would do it. Exact: each
/// step leaves out only what the relation rules out. Steps are kept, to be told or taken back.
class Narrowing {
public:
    /// `relation` left less of the unknown than there was.
    struct Step {
        std::size_t unknown = 0;
        std::size_t relation = 0;  ///< `assumed` where it was set by hand
        Range before;
    };
    static constexpr std::size_t assumed = static_cast<std::size_t>(-1);

    /// Starts from the system's ranges, and uses no relation yet. The system must outlive this.
    explicit Narrowing(const System& system);

    /// Uses a relation from now on, and narrows as far as it goes. False when nothing is possible any more.
    bool use(std::size_t relation);

    /// Takes a narrower range for an unknown, and narrows what follows. False when nothing is possible any more.
    bool assume(std::size_t unknown, Range range);

    /// Takes back all steps after the first `steps`.
    void undo(std::size_t steps);

    /// No longer uses the relation. What it has narrowed stays: take that back first.
    void drop(std::size_t relation) { used_[relation] = false; }

    const Range& range(std::size_t unknown) const { return ranges_[unknown]; }
    const std::vector<Range>& ranges() const { return ranges_; }
    const std::vector<Step>& steps() const { return steps_; }
    bool used(std::size_t relation) const { return used_[relation]; }

    /// The used relations that an unknown stands in.
    const std::vector<std::size_t>& relations_of(std::size_t unknown) const { return relations_of_[unknown]; }

    /// Whether a relation holds whatever its unknowns turn out to be.
    bool holds_anyway(std::size_t relation) const;

    /// The steps, in order, that lead to an unknown's range.
    std::vector<Step> reasons(std::size_t unknown) const;

private:
    struct Sum {
        std::int64_t low = 0;
        std::int64_t high = 0;
    };

    Sum sum(const Relation& relation) const;
    bool narrow(std::size_t relation);
    bool set(std::size_t unknown, Range range, std::size_t relation);
    bool settle();
    void wake(std::size_t unknown);

    const System& system_;
    std::vector<Range> ranges_;
    std::vector<char> used_;
    std::vector<std::vector<std::size_t>> relations_of_;
    std::vector<Step> steps_;
    std::vector<std::size_t> waiting_;
    std::vector<char> waits_;
};

}  // namespace quarterdeck::audit
