#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace quarterdeck {

/// All that comes from a descriptor until its other end closes. Nothing when that takes longer than `deadline`, is more
/// than `most` bytes, or can't be read.
std::optional<std::string> read_all(int from, std::chrono::seconds deadline, std::size_t most);

}  // namespace quarterdeck
