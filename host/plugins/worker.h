#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/fleet.h"
#include "plugins/frame_reader.h"
#include "plugins/protection.h"
#include "plugins/sealed_file.h"
#include "process/child_process.h"

namespace quarterdeck::plugins {

/// What came of a request. Without an answer, the complaint says why there is none.
struct Reply {
    std::optional<std::string> answer;
    bool in_words = false;  ///< the plugin itself says why there is no answer
    std::string abi;        ///< of the plugin, "1.0"
    Complaint complaint;
};

/// One plugin's worker, asked one thing at a time. After a fault of the worker's, it is gone for good: every later
/// request gets the same complaint.
class Worker {
public:
    using Clock = std::chrono::steady_clock;

    /// `name` is what the plugin's file is called in messages. Throws `std::system_error` when no process can be
    /// started.
    Worker(const std::filesystem::path& program, const SealedFile& plugin, const std::string& name,
           const Limits& limits);

    /// Begins a request. Its deadline starts now.
    void ask(FrameKind kind, std::string_view payload);

    /// Waits until each worker has replied to its request, faulted, or passed its deadline.
    static void finish(const std::vector<Worker*>& workers);

    /// Precondition: `finish` has returned.
    const Reply& reply() const { return reply_; }

    /// Hangs up on the request in hand, once it is sent. Whether the worker then ends by itself within that time.
    bool ends_when_cancelled(std::chrono::milliseconds most);

    void end();

    /// Whether it is gone for good.
    bool lost() const { return lost_; }

    /// What this machine's kernel doesn't protect the worker's surroundings with.
    const std::vector<Protection>& lacking() const { return lacking_; }

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
    void take_frame(Frame frame);
    void hang_up();
    void lose(const std::string& what, const std::string& remedy);
    void lose(Complaint complaint);

    ChildProcess process_;
    Limits limits_;
    FrameReader incoming_;
    Clock::time_point deadline_;
    std::uint32_t sequence_ = 0;
    std::string outgoing_;
    std::size_t sent_ = 0;
    std::string log_;
    std::vector<Protection> lacking_;
    bool told_lacking_ = false;
    Reply reply_;
    bool busy_ = false;
    bool lost_ = false;
};

}  // namespace quarterdeck::plugins
