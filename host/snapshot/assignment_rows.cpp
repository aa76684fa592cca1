#include "snapshot/assignment_rows.h"

#include <algorithm>

namespace quarterdeck::snapshot {

NumberedRows::NumberedRows(std::vector<ChunkRows>& chunks) : chunks_(chunks) {
    for (const ChunkRows& chunk : chunks)
        starts_.push_back(starts_.back() + static_cast<std::uint32_t>(chunk.rows.size()));
    std::uint32_t chunk = 0;
    const auto note = [&](std::uint32_t row) {
        while (starts_[chunk + 1] <= row) ++chunk;
        chunks_at_.push_back(chunk);
    };
    for (std::uint32_t row = 0; row < size(); row += std::min(stretch, size() - row)) note(row);
    if (size() > 0) note(size() - 1);
}

std::size_t NumberedRows::chunk_of(std::uint32_t row) const {
    const auto from = starts_.begin() + chunks_at_[row / stretch];
    const auto to = starts_.begin() + chunks_at_[row / stretch + 1] + 1;
    return static_cast<std::size_t>(std::upper_bound(from, to, row) - starts_.begin()) - 1;
}

}  // namespace quarterdeck::snapshot
