#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "extract/advance.h"
#include "snapshot/input.h"

namespace quarterdeck::snapshot {

class RecordFiles;

/// What a run may use. What is read doesn't depend on it.
struct Means {
    RecordFiles* files = nullptr;  ///< which to read, opened before; null: all of the directory, opened now
    std::uint64_t memory = 0;      ///< most bytes of memory, refused beforehand when more is needed; 0: no limit
    std::filesystem::path
        keep_in{};               ///< where snapshots are kept for the next run with the same records; empty: nowhere
    std::string_view version{};  ///< of the program: what another one kept isn't used
    extract::Advance* advance = nullptr;  ///< told how far reading has come; null: nobody watches
};

/// Reads a data directory with these means. Throws `Refusal` besides for too little memory, and for a folder to keep
/// snapshots in that can't be written.
Input read_input(const std::filesystem::path& directory, const std::vector<Date>& dates, Trails trails,
                 const Means& means);

/// `check_input` with these means.
Input check_input(const std::filesystem::path& directory, const Means& means);

}  // namespace quarterdeck::snapshot
