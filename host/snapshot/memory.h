#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "snapshot/input.h"

namespace quarterdeck::snapshot {

/// What a run is going to take, before anything is read.
struct MemoryNeed {
    std::uint64_t rows = 0;   ///< of staff records, about
    std::uint64_t bytes = 0;  ///< of memory, at most: all rows kept, and the rest of the program
};

/// Estimates from the sizes of the files and from how long their first rows are. Files that can't be opened count as
/// nothing: reading says what is wrong with them.
MemoryNeed memory_needed(const std::filesystem::path& directory, const std::vector<std::string>& paths, Trails trails);

/// Throws `Refusal` when a run would take more memory than `most`, in bytes.
void expect_enough(std::uint64_t most, const std::filesystem::path& directory, const std::vector<std::string>& paths,
                   Trails trails);

}  // namespace quarterdeck::snapshot
