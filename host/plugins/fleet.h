#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "plugins/protection.h"
#include "plugins/trust.h"
#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

namespace quarterdeck::plugins {

/// A plugin that was loaded in a worker and described itself. `Metric::compute` is set for computed metrics
/// and calls the worker; it throws `PluginFault`.
struct LoadedPlugin {
    std::filesystem::path file;
    std::string sha256;
    std::string abi;        ///< "1.0"
    bool verified = false;  ///< the trust file accepts this build for this programme
    Programme programme;
};

/// A plugin that can't take part, or no longer does.
struct RefusedPlugin {
    std::filesystem::path file;
    std::string what;    ///< a sentence
    std::string remedy;  ///< a sentence
};

/// A worker died, hung, or answered badly. The text is a sentence that names plugin and fault.
struct PluginFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Limits {
    std::chrono::milliseconds deadline{10'000};  ///< for each call, loading included
    std::size_t memory_bytes = std::size_t{1} << 30;
    std::size_t reply_bytes = std::size_t{64} << 20;
    std::filesystem::path worker;  ///< the program that loads plugins; empty: the one that belongs to this program
};

/// The program that loads plugins. Throws `Refusal` when it isn't there.
std::filesystem::path worker_program(const Limits& limits);

/// The plugins of a run, one worker process each. Workers end with the fleet, and with the thread that launched
/// it: launch from a thread that outlives the fleet. Metrics are computed one at a time.
class Fleet {
public:
    /// Starts a worker for each `*.so` of the directory, all at once, and waits until each has described itself
    /// or its deadline has passed. Never throws for what a plugin does; `Refusal` when the directory can't be read
    /// or the worker program is missing. Of two plugins with one programme, the first by path takes part. A plugin
    /// that the trust file doesn't accept isn't loaded.
    static Fleet launch(const std::filesystem::path& directory, const Limits& limits, const Trust& trust = {});
    static Fleet launch_files(const std::vector<std::filesystem::path>& files, const Limits& limits,
                              const Trust& trust = {});

    Fleet(Fleet&&) noexcept;
    Fleet& operator=(Fleet&&) noexcept;
    ~Fleet();

    const std::vector<LoadedPlugin>& loaded() const;    ///< by programme id
    const std::vector<RefusedPlugin>& refused() const;  ///< by path

    /// What this machine's kernel doesn't confine the workers with. Not empty: a reduced sandbox.
    const std::set<Protection>& lacking() const;

    /// What a plugin logged, at most 64 KiB: for its author, never for a report.
    std::string log_of(const std::filesystem::path& file) const;

private:
    struct State;
    explicit Fleet(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace quarterdeck::plugins
