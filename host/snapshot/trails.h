#pragma once

#include <vector>

#include "quarterdeck/period.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/read_options.h"
#include "snapshot/row_keys.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::snapshot {

/// The trail of each date, in their order: people and assignments told apart over all dates together. Counted rows
/// stand in the order of the files, as in snapshots. Takes the dates' marks out of the rows' hashes.
std::vector<Trail> follow(std::vector<ChunkRows>& chunks, const RowKeys& keys, const std::vector<Date>& dates,
                          const ReadOptions& options);

}  // namespace quarterdeck::snapshot
