#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "snapshot/assignment_rows.h"

namespace quarterdeck::snapshot {

/// A row whose key an earlier row has too; `first` is the earliest.
struct Repeat {
    std::uint32_t first = 0;
    std::uint32_t row = 0;

    bool operator<(const Repeat& other) const { return first != other.first ? first < other.first : row < other.row; }
};

/// The keys of rows, whose numbers rise, as texts: two rows with one text have one key.
using KeyTexts = std::function<std::vector<std::string>(const std::vector<std::uint32_t>& rows)>;

/// Which rows' keys their hashes tell.
enum class Told {
    none,
    at_one_date,  ///< those with `AssignmentRow::told`, at one date
    at_any_date,  ///< those with `AssignmentRow::told`
};

/// Finds the repeats of a key among the identified rows, in order. `hashes` are the keys' hashes; the texts of rows
/// that have one hash say whether they have one key, where the hashes don't.
std::vector<Repeat> find_repeats(const NumberedRows& rows, std::span<std::uint64_t> ChunkRows::*hashes, Told told,
                                 const KeyTexts& texts, std::size_t threads);

}  // namespace quarterdeck::snapshot
