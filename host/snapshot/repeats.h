#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "snapshot/assignment_rows.h"

namespace quarterdeck::snapshot {

/// A row whose key an earlier row has too; `first` is the earliest.
struct Repeat {
    std::uint32_t first = 0;
    std::uint32_t row = 0;

    bool operator<(const Repeat& other) const { return first != other.first ? first < other.first : row < other.row; }
};

/// Finds the repeats of a key among the identified rows, in order. `hashes` are the keys' hashes; where two rows
/// have one hash, `same` says whether they have one key. `same` is called from several threads.
std::vector<Repeat> find_repeats(const NumberedRows& rows, std::vector<std::uint64_t> ChunkRows::*hashes,
                                 const std::function<bool(std::uint32_t, std::uint32_t)>& same, std::size_t threads);

}  // namespace quarterdeck::snapshot
