#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "process/descriptor.h"

namespace quarterdeck {

/// A program that runs beside this one, in a process group of its own, with nothing of this one's environment, and of
/// its descriptors only one end of a socket pair and what it is handed; the null device is its standard streams. Its
/// memory comes in large pages where the system has them: getting many small ones takes a short program half its time.
/// It is killed and reaped with this object.
class ChildProcess {
public:
    static constexpr int link = 3;          ///< the child's descriptor of its end of the pair
    static constexpr int first_handed = 4;  ///< the child's descriptor of the first that it is handed

    /// Throws `std::system_error` when it can't be started.
    ChildProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::vector<int>& handed = {});
    ~ChildProcess() { end(); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// This side's end of the pair; -1 after `end`.
    int descriptor() const { return link_.get(); }

    /// Waits until the program has ended by itself; `most` bounds the wait. Whether it has.
    bool wait(std::optional<std::chrono::milliseconds> most = {}) const;

    /// Kills what is left of the group, reaps the program and hangs up. Returns how it ended, as waitpid() says it.
    int end() noexcept;

private:
    Descriptor link_;
    Descriptor handle_;  // of the process: readable once it has ended
    pid_t process_ = -1;
    int status_ = 0;
};

}  // namespace quarterdeck
