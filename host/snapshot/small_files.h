#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/snapshot.h"
#include "validate/finding.h"

namespace quarterdeck::snapshot {

/// Small files are read from their text; `sheet` is the name of the workbook's sheet that it came from, if from one.

/// What a small file brought: figures of a series, or nothing but findings.
struct SmallFile {
    std::vector<SeriesFigure> figures;
    std::vector<std::string> ignored_columns;
    validate::Findings findings;
    std::uint64_t rows = 0;
};

/// training/*.csv and published/*.csv: series, subject, provider, year, stage, value. A value that isn't a number
/// is a finding and counts as not known.
SmallFile read_series(const std::string& path, std::string_view text, const std::string& sheet = {});

/// dataset.yaml: whether the records are made up.
struct Dataset {
    bool synthetic = false;
    validate::Findings findings;
};

Dataset read_dataset(const std::string& path, std::string_view text);

}  // namespace quarterdeck::snapshot
