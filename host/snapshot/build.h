#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "snapshot/assignment_reader.h"
#include "snapshot/assignment_rows.h"
#include "snapshot/people.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::snapshot {

/// The texts of one coded field that any reader met, sorted by bytes, and where each reader's numbers lead.
struct MergedTexts {
    std::vector<std::string_view> texts;
    std::vector<std::vector<std::uint32_t>> numbers;  ///< [reader][the reader's number]
};

/// One for each of `coded_fields`. The readers must stay as they are while the result is used.
std::vector<MergedTexts> merge_texts(const std::deque<AssignmentReader>& readers);

/// The counted rows at each of the dates, as columns; `readers` read the chunks. No column may have more than 65,536
/// texts.
std::vector<Snapshot> build_snapshots(std::vector<ChunkRows>& chunks, const std::deque<AssignmentReader>& readers,
                                      const std::vector<MergedTexts>& texts, const std::vector<Date>& dates,
                                      const SharedPeople& shared, std::size_t threads);

}  // namespace quarterdeck::snapshot
