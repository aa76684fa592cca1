#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "plugins/fleet.h"

namespace quarterdeck::plugins {

/// A worker program running for one plugin, with nothing of the host but one end of a socket pair. It is killed
/// and reaped with this object, and killed by the kernel when the thread that started it ends.
class WorkerProcess {
public:
    /// Throws `std::system_error` when no process can be started.
    WorkerProcess(const std::filesystem::path& program, const std::filesystem::path& plugin, const Limits& limits);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// The host's end, non-blocking; -1 after the end.
    int descriptor() const { return descriptor_; }

    /// Gives a worker that has closed its end a moment to be gone by itself, then kills and reaps it. Returns how it
    /// ended: "was ended by signal 11 (segmentation fault)", "exited with status 0", or "closed its connection".
    std::string end_after_hang_up();

    /// Kills and reaps; does nothing after the end.
    void end() noexcept;

    /// Whether the program has ended by itself. A child that it left behind may hold the connection open.
    bool has_ended() const;

private:
    pid_t process_ = -1;
    int descriptor_ = -1;
};

}  // namespace quarterdeck::plugins
