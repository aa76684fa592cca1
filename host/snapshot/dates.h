#pragma once

#include <filesystem>
#include <vector>

#include "quarterdeck/period.h"

namespace quarterdeck::snapshot {

/// The dates that a data directory has staff records of, ascending. Throws `Refusal` for files that can't be read.
std::vector<Date> dates_in(const std::filesystem::path& directory);

}  // namespace quarterdeck::snapshot
