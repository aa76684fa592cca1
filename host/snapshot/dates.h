#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "quarterdeck/period.h"

namespace quarterdeck::snapshot {

/// All snapshot dates in the staff records of a data directory, each with the files that hold rows of it, relative to
/// the directory. Throws `Refusal` as reading does.
std::map<Date, std::vector<std::string>> files_of_dates(const std::filesystem::path& directory);

}  // namespace quarterdeck::snapshot
