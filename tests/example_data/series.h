#pragma once

#include <filesystem>

#include "output_directory.h"

namespace quarterdeck::example {

/// Writes training/*.csv and published/*.csv from the published series: commissioned places, planned outputs, CCT
/// output and staff in post. Totals that are sums of other rows are left out; a figure that isn't known stays empty.
/// Throws `Refusal`: a published file that can't be read, a year or figure that isn't one.
void write_series(const std::filesystem::path& published, const OutputDirectory& out);

}  // namespace quarterdeck::example
