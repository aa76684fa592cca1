#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "audit/narrowing.h"
#include "audit/system.h"

namespace quarterdeck::audit {

/// One way in which everything can be: a whole number for each unknown, so that every used relation holds. Changing
/// one unknown leads to another way, as far as a few others can make up for it: rows and columns of a table that
/// balance each other. What is found is proved, since it is there to be checked; what isn't found may still be.
class Filling {
public:
    /// `values` must lie in the narrowing's ranges and satisfy the relations that it uses. Both must outlive this.
    Filling(const System& system, const Narrowing& narrowing, std::vector<std::int64_t> values);

    /// Whether all used relations hold.
    bool holds() const { return broken_.empty(); }

    const std::vector<std::int64_t>& values() const { return values_; }

    /// Gives an unknown another value and makes up for it. False, with everything as it was, when no way is found
    /// within `most_steps` changes.
    bool move(std::size_t unknown, std::int64_t value, std::size_t most_steps);

private:
    struct Change {
        std::size_t unknown = 0;
        std::int64_t value = 0;
    };

    void set(std::size_t unknown, std::int64_t value);
    bool make_up(std::size_t depth);
    std::vector<Change> remedies(std::size_t relation);
    std::int64_t remedied(const Relation& relation, std::int64_t sum, const Term& term) const;

    const System& system_;
    const Narrowing& narrowing_;
    std::vector<std::int64_t> values_;
    std::vector<std::int64_t> sums_;  ///< of relations
    std::set<std::size_t> broken_;    ///< relations
    std::vector<char> moved_;
    std::vector<Change> before_;  ///< what to go back to, the last first
    std::size_t steps_ = 0;
};

}  // namespace quarterdeck::audit
