#pragma once

#include <sys/types.h>

#include <cstddef>
#include <vector>

#include "plugins/protection.h"

namespace quarterdeck::plugins {

/// What a worker denies itself before it loads a plugin, so that static constructors are under it too.
struct Confinement {
    std::size_t memory_bytes = 0;
    pid_t host = 0;  ///< the worker ends when this process does
};

/// From now on: no more than so much memory, no file to write, no child, no core image, no privilege, no environment;
/// no file to open and no forbidden system call, where the kernel can see to that. Returns what it can't. Ends the
/// worker where anything else can't be had. `finish_loading` still has to follow.
std::vector<Protection> confine(const Confinement& confinement);

/// Processor time from now on; beyond it the kernel ends the worker.
void allow_processor_seconds(unsigned seconds);

}  // namespace quarterdeck::plugins
