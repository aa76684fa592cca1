#pragma once

#include <cstdint>
#include <vector>

#include "calibrate.h"
#include "jobs.h"
#include "person.h"
#include "published.h"

namespace quarterdeck::example {

/// The example at its own size.
struct Base {
    std::vector<ExampleRow> rows;  ///< in published order
    People people;
};

/// Calibrates every published row, draws the people it shows, and adds those outside diagnostics and those whose
/// assignments aren't counted. Everybody holds one post. Same input and seed, same people. Throws `Refusal` for a table
/// it doesn't know.
Base build_base(const Published& published, Jobs& jobs, std::uint64_t seed);

}  // namespace quarterdeck::example
