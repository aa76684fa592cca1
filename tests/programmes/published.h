#pragma once

#include <map>
#include <string>
#include <vector>

namespace quarterdeck::tests {

/// A record of a CSV file, by column name.
using CsvRow = std::map<std::string, std::string>;

/// A file of tests/data/published: "cct_output.csv".
std::vector<CsvRow> published(const std::string& file);

/// A file of host/reference: "occupation_codes.csv".
std::vector<CsvRow> reference(const std::string& file);

}  // namespace quarterdeck::tests
