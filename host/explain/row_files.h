#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "snapshot/assignment_file.h"
#include "snapshot/assignment_reader.h"

namespace quarterdeck::explain {

/// A row of staff records at a wanted date, as reading sees it alone.
struct SingleRow {
    const snapshot::ChunkRows& read;  ///< with this row alone; what was found is in its tally
    const snapshot::AssignmentRow& row;
    const snapshot::AssignmentReader& reader;  ///< whose dictionaries the row's codes stand in
    const snapshot::AssignmentFile& file;
    std::uint64_t line = 0;
};

/// Hands the rows of a file at the reader's dates on, one by one. Rows that can't be read at all are passed over.
void each_row(const std::filesystem::path& directory, const std::string& path, snapshot::AssignmentReader& reader,
              const std::function<void(const SingleRow&)>& visit);

}  // namespace quarterdeck::explain
