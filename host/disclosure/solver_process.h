#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace quarterdeck {
class ChildProcess;
}

namespace quarterdeck::disclosure {

/// The solver's program, which answers one request after another in a process of its own. Not from several threads at
/// once.
class Solver {
public:
    explicit Solver(std::filesystem::path program);
    ~Solver();
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;

    const std::filesystem::path& program() const { return program_; }

    /// Starts the program, if it isn't running, so that it gets ready beside other work. What goes wrong shows when it
    /// is asked.
    void start() const;

    /// Sends a request and waits for its answer. Nothing when the program can't be started, dies, or ends before its
    /// answer is out.
    std::optional<std::string> ask(const std::string& request) const;

private:
    std::filesystem::path program_;
    mutable std::unique_ptr<ChildProcess> process_;
};

/// The solver that belongs to this program: lib/quarterdeck/quarterdeck-solver beside its bin directory.
std::filesystem::path own_solver();

}  // namespace quarterdeck::disclosure
