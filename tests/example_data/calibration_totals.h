#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calibrate.h"
#include "published.h"

namespace quarterdeck::example {

/// A value of a measure as it stands in a table: people, or FTE with two decimals.
std::string figure_text(Measure measure, std::int64_t value);

/// Appends the cells of a table's total row that the example's rows don't add up to.
void list_total(std::string& out, const PublishedTotal& total, const std::vector<ExampleRow>& rows);

}  // namespace quarterdeck::example
