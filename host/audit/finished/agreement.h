#pragma once

#include <map>
#include <string>

#include "audit/finished/release.h"
#include "extract/table.h"

namespace quarterdeck::audit {

/// The CSV tables of a release by metric ("imaging/workforce"), read from its files.
using ReadTables = std::map<std::string, extract::Table>;

/// Reads all files of a release back, and holds that pages, workbooks and CSV files show the same figures and the same
/// markers in every language, and that charts show nothing else: see `expect_pictures_agree` and `expect_charts_agree`.
/// Throws `Refusal` naming table, row and column where they differ, never a figure.
ReadTables read_in_agreement(const FinishedRelease& release);

}  // namespace quarterdeck::audit
