#include "plugins/worker.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sstream>
#include <utility>

#include "plugins/deeds.h"

namespace quarterdeck::plugins {

namespace {

constexpr std::size_t most_log_bytes = std::size_t{64} << 10;
constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
constexpr std::chrono::milliseconds hang_up_patience{500};

std::string seconds_text(std::chrono::milliseconds time) {
    const auto count = time.count();
    return count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

std::string abi_text(std::uint32_t abi) {
    return std::to_string(abi >> 16U) + "." + std::to_string(abi & 0xFFFFU);
}

/// "segmentation fault", but "CPU time limit exceeded".
std::string signal_text(int signal) {
    const char* known = sigdescr_np(signal);
    std::string text = known == nullptr ? "unknown" : known;
    if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0)
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string ending(int status) {
    if (WIFSIGNALED(status))
        return "was ended by signal " + std::to_string(WTERMSIG(status)) + " (" + signal_text(WTERMSIG(status)) + ")";
    return "exited with status " + std::to_string(WEXITSTATUS(status));
}

std::vector<std::string> worker_arguments(const std::string& name, const Limits& limits) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.deadline).count() + 1;
    return {name, std::to_string(limits.memory_bytes), std::to_string(seconds), std::to_string(getpid())};
}

std::vector<Protection> protections(const std::string& payload) {
    std::vector<Protection> found;
    std::istringstream lines(payload);
    for (std::string line; std::getline(lines, line);)
        if (const auto protection = protection_named(line)) found.push_back(*protection);
    return found;
}

}  // namespace

Worker::Worker(const std::filesystem::path& program, const SealedFile& plugin, const std::string& name,
               const Limits& limits)
    : process_(program, worker_arguments(name, limits), {plugin.descriptor()}),
      limits_(limits),
      incoming_(limits.reply_bytes) {}

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
    send_some();
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

bool Worker::ends_when_cancelled(std::chrono::milliseconds most) {
    const Clock::time_point last = Clock::now() + most;
    while (sent_ < outgoing_.size() && Clock::now() < last) {
        pollfd ready{.fd = process_.descriptor(), .events = POLLOUT, .revents = 0};
        poll(&ready, 1, 10);
        send_some();
    }
    shutdown(process_.descriptor(), SHUT_RDWR);
    return process_.wait(std::chrono::ceil<std::chrono::milliseconds>(last - Clock::now()));
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
        incoming_.append({chunk.data(), static_cast<std::size_t>(got)});
        take_frames();
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        hang_up();
    }
}

void Worker::take_frames() {
    while (busy_) {
        std::optional<Frame> frame = incoming_.next(sequence_);
        if (!frame) break;
        take_frame(std::move(*frame));
    }
    if (!incoming_.fault().what.empty()) lose(incoming_.fault().what, incoming_.fault().remedy);
}

void Worker::take_frame(Frame frame) {
    const std::string abi = abi_text(frame.header.abi);
    switch (frame.header.kind) {
        case FrameKind::log:
            log_.append(frame.payload).append("\n");
            log_.resize(std::min(log_.size(), most_log_bytes));
            return;
        case FrameKind::lacking:
            // The first is from before the plugin was loaded; the plugin itself may have sent another.
            if (!std::exchange(told_lacking_, true)) lacking_ = protections(frame.payload);
            return;
        case FrameKind::answer:
            reply_ = {.answer = std::move(frame.payload), .in_words = false, .abi = abi, .complaint = {}};
            break;
        case FrameKind::failure:
            reply_ = {.answer = {}, .in_words = true, .abi = abi, .complaint = Complaint::from_payload(frame.payload)};
            break;
        case FrameKind::refusal: lose(Complaint::from_payload(frame.payload)); return;
        default: lose("sent a frame of an unknown kind", run_its_tests); return;
    }
    busy_ = false;
}

/// Gives a worker that has closed its end a moment to be gone by itself, then kills it.
void Worker::hang_up() {
    const bool begun = !incoming_.empty();
    const bool gone = process_.wait(hang_up_patience);
    const int status = process_.end();
    if (gone && WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) {
        lose({std::string(deeds::unseen), "Compute in one thread, from what the host hands over, in memory."});
        return;
    }
    const std::string how = gone ? ending(status) : "closed its connection";
    lose(how + (begun ? " in the middle of its reply" : " before it answered"), run_its_tests);
}

void Worker::expire() {
    if (process_.wait(std::chrono::milliseconds(0))) {
        hang_up();
        return;
    }
    lose("didn't answer within " + seconds_text(limits_.deadline),
         "Look for an endless loop or a wait in the plugin; other programmes aren't affected.");
}

void Worker::end() {
    lose("has ended with the run", "Ask for tables while the plugins are loaded.");
}

void Worker::lose(const std::string& what, const std::string& remedy) {
    lose({"The plugin's worker " + what + ".", remedy});
}

void Worker::lose(Complaint complaint) {
    if (lost_) return;
    lost_ = true;
    busy_ = false;
    process_.end();
    reply_ = {.answer = {}, .in_words = false, .abi = {}, .complaint = std::move(complaint)};
}

}  // namespace quarterdeck::plugins
