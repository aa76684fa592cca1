#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/advance.h"
#include "quarterdeck/population.h"
#include "snapshot/snapshot.h"
#include "validate/finding.h"

namespace quarterdeck::explain {

/// Rows of one date that reading left out.
struct LeftOut {
    std::string rule;
    std::string what;
    std::uint64_t rows = 0;
    validate::Finding would_count;  ///< of these: rows that fit all filters by their own values, with their places
};

/// The rows of files behind a cell, at one date.
struct RowsBehind {
    std::uint64_t read = 0;
    std::uint64_t counted = 0;
    std::uint64_t in_cell = 0;
    std::vector<LeftOut> left_out;  ///< in the order of the rules
    validate::Findings findings;    ///< that touch rows of the cell: how many of these, and where
};

/// Reads the staff records once more, row by row, and finds which of them stand behind a rule in the snapshot that was
/// made from the same files. Throws std::logic_error where the files are no longer those of the snapshot.
RowsBehind rows_behind(const std::filesystem::path& directory, const snapshot::Snapshot& snapshot, const Rule& rule,
                       extract::Advance* advance);

}  // namespace quarterdeck::explain
