#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/population.h"
#include "query/bits.h"

namespace quarterdeck::query {

/// What some entries come to.
struct Sums {
    std::int64_t posts = 0;
    std::int64_t fte = 0;     ///< 1/100,000
    std::int64_t people = 0;  ///< distinct
    std::int64_t value = 0;   ///< of a series, 1/100,000
    bool known = true;        ///< false where a series gives no figure
};

/// The values of a field by which rows are found.
struct Grouping {
    std::vector<std::string> values;  ///< distinct, in order of bytes
    std::vector<std::uint32_t> of;    ///< for each entry, which of the values it has
};

/// Records as rules see them. An entry stands for records that none of the rules tells apart.
class Records {
public:
    Records() = default;
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;
    virtual ~Records() = default;

    virtual std::size_t size() const = 0;

    /// The entries for which a condition holds. Precondition: the condition was named when the records were made.
    virtual Bits fitting(const Condition& condition) const = 0;

    /// Precondition: the field was named when the records were made.
    virtual Grouping grouping(Field field) const = 0;

    /// Precondition: no entry twice.
    virtual Sums sum(const std::vector<std::uint32_t>& entries) = 0;
};

}  // namespace quarterdeck::query
