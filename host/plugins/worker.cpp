#include "plugins/worker.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace quarterdeck::plugins {

namespace {

constexpr std::size_t most_log_bytes = std::size_t{64} << 10;
constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
constexpr const char* run_its_tests = "Run the plugin's tests and correct it; other programmes aren't affected.";

std::string seconds_text(std::chrono::milliseconds time) {
    const auto count = time.count();
    return count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

std::string abi_text(std::uint32_t abi) {
    return std::to_string(abi >> 16U) + "." + std::to_string(abi & 0xFFFFU);
}

}  // namespace

Worker::Worker(const std::filesystem::path& program, const std::filesystem::path& plugin, const Limits& limits)
    : process_(program, plugin, limits), limits_(limits) {}

void Worker::ask(FrameKind kind, std::string_view payload) {
    if (lost_) return;
    reply_ = {};
    if (!incoming_.empty()) {
        lose("sent a reply that nobody had asked for", run_its_tests);
        return;
    }
    deadline_ = Clock::now() + limits_.deadline;
    outgoing_ = frame({.kind = kind, .sequence = ++sequence_}, payload);
    sent_ = 0;
    busy_ = true;
}

void Worker::finish(const std::vector<Worker*>& workers) {
    for (;;) {
        std::vector<Worker*> waiting;
        std::copy_if(workers.begin(), workers.end(), std::back_inserter(waiting),
                     [](const Worker* worker) { return worker->busy(); });
        if (waiting.empty()) return;

        std::vector<pollfd> descriptors;
        Clock::time_point first = waiting.front()->deadline_;
        for (const Worker* worker : waiting) {
            descriptors.push_back({.fd = worker->process_.descriptor(), .events = worker->events(), .revents = 0});
            first = std::min(first, worker->deadline_);
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
        poll(descriptors.data(), descriptors.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000)));

        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (descriptors[i].revents != 0) waiting[i]->advance();
            if (waiting[i]->busy() && Clock::now() >= waiting[i]->deadline_) waiting[i]->expire();
        }
    }
}

short Worker::events() const {
    return static_cast<short>(POLLIN | (sent_ < outgoing_.size() ? POLLOUT : 0));
}

void Worker::advance() {
    if (sent_ < outgoing_.size()) send_some();
    receive_some();
}

void Worker::send_some() {
    const ssize_t sent =
        send(process_.descriptor(), outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) sent_ += static_cast<std::size_t>(sent);
    // A worker that has gone shows when its replies are read.
    if (sent < 0 && errno == EPIPE) sent_ = outgoing_.size();
}

void Worker::receive_some() {
    std::array<char, chunk_bytes> chunk;
    const ssize_t got = recv(process_.descriptor(), chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (got > 0) {
        incoming_.append(chunk.data(), static_cast<std::size_t>(got));
        take_frames();
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        hang_up();
    }
}

void Worker::take_frames() {
    while (busy_ && incoming_.size() >= sizeof(FrameHeader)) {
        const FrameHeader header = header_of(incoming_);
        if (header.magic != FrameHeader::right_magic || header.sequence != sequence_) {
            lose("sent a reply that isn't a frame of this host's", run_its_tests);
            return;
        }
        if (header.length > limits_.reply_bytes) {
            lose("announced a reply of " + std::to_string(header.length) + " bytes; at most " +
                     std::to_string(limits_.reply_bytes) + " are allowed",
                 "Return fewer rows.");
            return;
        }
        if (incoming_.size() - sizeof(FrameHeader) < header.length) return;
        std::string payload = incoming_.substr(sizeof(FrameHeader), header.length);
        incoming_.erase(0, sizeof(FrameHeader) + header.length);
        take_frame(header, std::move(payload));
    }
}

void Worker::take_frame(const FrameHeader& header, std::string payload) {
    switch (header.kind) {
        case FrameKind::log:
            log_.append(payload).append("\n");
            log_.resize(std::min(log_.size(), most_log_bytes));
            return;
        case FrameKind::answer:
            reply_ = {.answer = std::move(payload), .abi = abi_text(header.abi), .complaint = {}};
            break;
        case FrameKind::failure:
        case FrameKind::refusal:
            reply_ = {.answer = {}, .abi = abi_text(header.abi), .complaint = Complaint::from_payload(payload)};
            break;
        default: lose("sent a frame of an unknown kind", run_its_tests); return;
    }
    busy_ = false;
}

void Worker::hang_up() {
    const bool begun = !incoming_.empty();
    lose(process_.end_after_hang_up() + (begun ? " in the middle of its reply" : " before it answered"), run_its_tests);
}

void Worker::expire() {
    if (process_.has_ended()) {
        hang_up();
        return;
    }
    lose("didn't answer within " + seconds_text(limits_.deadline),
         "Look for an endless loop or a wait in the plugin; other programmes aren't affected.");
}

void Worker::lose(const std::string& what, const std::string& remedy) {
    if (lost_) return;
    lost_ = true;
    busy_ = false;
    process_.end();
    reply_ = {.answer = {}, .abi = {}, .complaint = {"The plugin's worker " + what + ".", remedy}};
}

}  // namespace quarterdeck::plugins
