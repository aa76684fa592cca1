#pragma once

#include <string>

#include "jobs.h"
#include "people.h"
#include "published.h"

namespace quarterdeck::example {

/// The text of calibration.csv: every open published figure that the example doesn't have, with the difference and the
/// reason. Rows: table, row, cell, published, example, difference, reason. What rests on a suppressed figure isn't
/// compared.
std::string calibration_list(const Published& published, const Base& base, const Jobs& jobs);

}  // namespace quarterdeck::example
