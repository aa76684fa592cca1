#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "plugins/fleet.h"
#include "plugins/sealed_file.h"
#include "plugins/worker.h"

namespace quarterdeck::plugins {

/// A plugin's own words, made fit for a terminal and a report: short, UTF-8, on one line.
Complaint presentable(const Complaint& complaint);
std::string presentable(std::string text);

/// One plugin during a run. After its worker failed in a computation another takes its place, once; a plugin that
/// fails again isn't asked any more.
class Session {
public:
    /// Reads the file. Throws as `SealedFile` does.
    Session(std::filesystem::path program, const std::filesystem::path& file, Limits limits);

    const SealedFile& bytes() const { return bytes_; }

    /// Starts the worker and asks it to describe the plugin. Throws `std::system_error` when no process can be started.
    void ask_description();

    /// Precondition: `ask_description` returned.
    Worker& worker() { return *worker_; }

    /// The answer to a request. Throws `PluginFault` with sentences that begin with `place`.
    std::string compute(const std::string& place, const std::string& request);

    std::string log() const { return worker_ ? earlier_log_ + worker_->log() : earlier_log_; }

    /// Ends the worker for good.
    void end();

private:
    void start();

    std::filesystem::path program_;
    std::string name_;
    Limits limits_;
    SealedFile bytes_;
    std::unique_ptr<Worker> worker_;
    std::string earlier_log_;
    int failures_ = 0;
    bool ended_ = false;
};

}  // namespace quarterdeck::plugins
