#pragma once

#include <map>
#include <string>
#include <vector>

#include "quarterdeck/population.h"

namespace quarterdeck::tests {

/// A staff record; a field that isn't there is empty. The band group follows from the pay band.
using Record = std::map<Field, std::string>;

/// Whether a rule holds for a record, read from the SDK's description of rules and not from the engine.
bool holds(const Rule& rule, const Record& record);

/// The occupation codes of the reference list that a condition lets through.
std::vector<std::string> codes_fitting(const Condition& condition);

}  // namespace quarterdeck::tests
