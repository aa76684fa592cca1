#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../temporary_folder.h"
#include "snapshot/input.h"

namespace quarterdeck::snapshot {

/// A data directory that goes away with this object.
using DataDirectory = TemporaryFolder;

/// The header row with the design's names, line break included.
std::string header();

/// A row of staff records with the fields given and ordinary values for the others, line break included:
/// a woman born 1980-01-15 with one full-time permanent post, Band 5, in 7A1 at 2023-03-31.
std::string record(const std::map<std::string, std::string>& fields);

/// Writes one file of records at 2023-03-31 and reads it.
Input read_records(std::initializer_list<std::map<std::string, std::string>> records);

/// The finding of a rule; fails the test when there is none.
validate::Finding finding(const Input& input, std::string_view rule);
bool has_finding(const Input& input, std::string_view rule);

/// The text of a refusal; fails the test when the directory is read.
std::string refusal_of(const DataDirectory& data, const std::vector<Date>& dates = {{2023, 3, 31}});

}  // namespace quarterdeck::snapshot
