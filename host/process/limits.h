#pragma once

#include <cstdint>

namespace quarterdeck {

/// For a process that reads what somebody else made: at most so many bytes of memory and seconds of processor time,
/// no file written, no core left.
void limit_this_process(std::uint64_t memory, std::uint64_t seconds);

}  // namespace quarterdeck
