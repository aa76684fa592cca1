#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/frame.h"
#include "plugins/worker_process.h"

namespace quarterdeck::plugins {

/// What came of a request. Without an answer, the complaint says why there is none.
struct Reply {
    std::optional<std::string> answer;
    std::string abi;  ///< of the plugin, "1.0"
    Complaint complaint;
};

/// One plugin's worker, asked one thing at a time. After a fault of the worker's, it is gone for good: every later
/// request gets the same complaint.
class Worker {
public:
    using Clock = std::chrono::steady_clock;

    /// Throws `std::system_error` when no process can be started.
    Worker(const std::filesystem::path& program, const std::filesystem::path& plugin, const Limits& limits);

    /// Begins a request. Its deadline starts now.
    void ask(FrameKind kind, std::string_view payload);

    /// Waits until each worker has replied to its request, faulted, or passed its deadline.
    static void finish(const std::vector<Worker*>& workers);

    /// Precondition: `finish` has returned.
    const Reply& reply() const { return reply_; }

    void end() { lose("has ended with the run", "Ask for tables while the plugins are loaded."); }

    /// What the plugin logged, up to 64 KiB.
    const std::string& log() const { return log_; }

private:
    bool busy() const { return busy_; }
    short events() const;
    void advance();
    void expire();
    void send_some();
    void receive_some();
    void take_frames();
    void take_frame(const FrameHeader& header, std::string payload);
    void hang_up();
    void lose(const std::string& what, const std::string& remedy);

    WorkerProcess process_;
    Limits limits_;
    Clock::time_point deadline_;
    std::uint32_t sequence_ = 0;
    std::string outgoing_;
    std::size_t sent_ = 0;
    std::string incoming_;
    std::string log_;
    Reply reply_;
    bool busy_ = false;
    bool lost_ = false;
};

}  // namespace quarterdeck::plugins
