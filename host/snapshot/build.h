#pragma once

#include <deque>
#include <vector>

#include "snapshot/assignment_reader.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/merged.h"
#include "snapshot/people.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::snapshot {

/// The counted rows at each of the dates, as columns; `readers` read the chunks. No column may have more than 65,536
/// texts.
std::vector<Snapshot> build_snapshots(std::vector<ChunkRows>& chunks, const std::deque<AssignmentReader>& readers,
                                      const std::vector<MergedTexts>& texts, const std::vector<Date>& dates,
                                      const SharedPeople& shared, std::size_t threads);

}  // namespace quarterdeck::snapshot
