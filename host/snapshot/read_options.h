#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "extract/advance.h"
#include "snapshot/input.h"

namespace quarterdeck::snapshot {

class RecordFiles;

/// How a data directory is read. What is read doesn't depend on it.
struct ReadOptions {
    std::size_t threads = 0;                           ///< 0: as many as the machine runs at once
    std::size_t chunk_bytes = std::size_t{512} << 10;  ///< files are cut into parts of this size
    RecordFiles* files = nullptr;                      ///< opened before; null: they are opened now
    Trails trails = Trails::no;
    std::uint64_t hash_mask = ~std::uint64_t{0};  ///< bits of the keys' hashes that are used
    std::uint64_t memory = 0;                     ///< most bytes that the run may take; 0: no limit
    std::filesystem::path keep_in{};              ///< where snapshots are kept for the next run; empty: nowhere
    std::string version{};                        ///< of the program, for what is kept
    std::size_t places =
        validate::places_kept;            ///< of what rows of one person say beside each other; up to so many are kept
    extract::Advance* advance = nullptr;  ///< told how many bytes and rows were read; null: nobody watches
};

/// `read_input` with dates, `check_input` without.
Input read_with(const std::filesystem::path& directory, const std::optional<std::vector<Date>>& dates,
                const ReadOptions& options);

}  // namespace quarterdeck::snapshot
