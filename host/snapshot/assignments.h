#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "snapshot/assignment_reader.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/input.h"
#include "snapshot/read_options.h"
#include "snapshot/record_files.h"

namespace quarterdeck::snapshot {

/// The staff records of a data directory, read and checked row by row.
struct Assignments {
    std::vector<AssignmentFile> files;  ///< those whose header could be used
    std::deque<AssignmentReader> readers;
    std::vector<RowStore> stores;     ///< one a reader
    std::vector<ChunkRows> chunks;    ///< in the order of the files
    std::vector<SourceFile> sources;  ///< all files that could be opened
    validate::Findings findings;      ///< about files as a whole
    std::vector<std::string> ignored_columns;
    std::map<Date, std::uint64_t> dates;  ///< rows at each snapshot date that occurs
};

/// Reads the files; without `wanted`, rows at all dates are kept. What is wrong becomes a finding.
Assignments read_assignments(RecordFiles& files, const std::optional<std::vector<Date>>& wanted,
                             const ReadOptions& options);

}  // namespace quarterdeck::snapshot
