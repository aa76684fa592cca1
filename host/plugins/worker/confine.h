#pragma once

#include <sys/types.h>

#include <cstddef>

namespace quarterdeck::plugins {

/// What a worker denies itself before it loads a plugin, so that static constructors are under it too.
struct Confinement {
    std::size_t memory_bytes = 0;
    pid_t host = 0;  ///< the worker ends when this process does
};

/// Ends the worker where a limit can't be set.
void confine(const Confinement& confinement);

/// Processor time from now on; beyond it the kernel ends the worker.
void allow_processor_seconds(unsigned seconds);

}  // namespace quarterdeck::plugins
