#pragma once

#include <unistd.h>

namespace quarterdeck::plugins {

/// Ends a worker that couldn't be confined as it must be.
[[noreturn]] inline void end_unconfined() {
    constexpr int status = 3;
    _exit(status);
}

}  // namespace quarterdeck::plugins
