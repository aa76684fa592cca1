#pragma once

#include <cstddef>
#include <functional>

namespace quarterdeck::extract {

/// Runs `work(task, worker)` for every task below `tasks`, lower tasks first, with up to `threads` workers at a
/// time. Worker numbers are below `threads`; two tasks with one worker number never overlap. When tasks throw,
/// the exception of the lowest one is thrown again after all have ended.
void parallel(std::size_t tasks, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work);

/// How many threads this machine runs at once; at least 1.
std::size_t processors();

}  // namespace quarterdeck::extract
