#include "plugins/worker/forbidden_call.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "plugins/deeds.h"
#include "plugins/frame.h"
#include "plugins/worker/unconfined.h"

namespace quarterdeck::plugins {

namespace {

std::atomic<std::uint32_t> sequence{0};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

struct Deed {
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view computes_only =
    "A plugin computes from what the host hands it, in memory. Take the call out of the plugin.";

/// What a call means to the plugin's author.
Deed deed(int call) {
    switch (call) {
        case SYS_socket:
        case SYS_socketpair:
        case SYS_connect:
        case SYS_bind:
        case SYS_listen:
        case SYS_sendto:
        case SYS_sendmsg: return {deeds::network, computes_only};
#ifdef SYS_fork
        case SYS_fork:
        case SYS_vfork:
#endif
        case SYS_clone: return {deeds::process, computes_only};
        case SYS_execve:
        case SYS_execveat: return {deeds::program, computes_only};
        case SYS_kill:
        case SYS_tkill:
        case SYS_tgkill:
        case SYS_rt_sigqueueinfo:
        case SYS_rt_tgsigqueueinfo:
        case SYS_pidfd_send_signal: return {deeds::signal, computes_only};
        case SYS_ptrace:
        case SYS_process_vm_readv:
        case SYS_process_vm_writev:
        case SYS_pidfd_open: return {deeds::look, computes_only};
#ifdef SYS_open
        case SYS_open:
        case SYS_creat:
        case SYS_stat:
        case SYS_lstat:
        case SYS_access:
        case SYS_unlink:
        case SYS_mkdir:
        case SYS_rename:
#endif
        case SYS_openat:
        case SYS_openat2:
        case SYS_faccessat:
        case SYS_faccessat2:
        case SYS_newfstatat:
        case SYS_statx:
        case SYS_unlinkat:
        case SYS_mkdirat:
        case SYS_renameat2:
        case SYS_memfd_create:
            return {
                deeds::file,
                "Embed what the plugin needs with quarterdeck_add_plugin(… EMBED name=file), and take the call out."};
        case SYS_write:
        case SYS_writev: return {deeds::printing, "Use quarterdeck::log() for what its author wants to know."};
        default: return {{}, computes_only};
    }
}

/// Words put together without allocating: a handler may have interrupted anything.
class Words {
public:
    void add(std::string_view text) {
        const std::size_t size = std::min(text.size(), bytes_.size() - size_);
        std::memcpy(bytes_.data() + size_, text.data(), size);
        size_ += size;
    }
    void add(int number) {
        std::array<char, 12> digits{};
        std::size_t first = digits.size();
        for (unsigned rest = static_cast<unsigned>(number); first > 0; rest /= 10) {
            digits[--first] = static_cast<char>('0' + rest % 10);
            if (rest < 10) break;
        }
        add({digits.data() + first, digits.size() - first});
    }
    std::string_view text() const { return {bytes_.data(), size_}; }

private:
    std::array<char, 1024> bytes_{};
    std::size_t size_ = 0;
};

[[noreturn]] void refuse(int call) {
    const auto [what, remedy] = deed(call);
    Words payload;
    if (what.empty()) {
        payload.add("The plugin made system call ");
        payload.add(call);
        payload.add(", which plugins may not.");
    } else {
        payload.add(what);
    }
    payload.add(std::string_view("\0", 1));
    payload.add(remedy);

    FrameHeader header{.kind = FrameKind::refusal, .sequence = sequence.load()};
    header.length = payload.text().size();
    Words bytes;
    bytes.add({reinterpret_cast<const char*>(&header), sizeof header});
    bytes.add(payload.text());
    send(worker_descriptor, bytes.text().data(), bytes.text().size(), MSG_NOSIGNAL);
    _exit(EXIT_FAILURE);
}

void on_forbidden_call(int /*signal*/, siginfo_t* info, void* /*context*/) {
    constexpr int from_filter = 1;  // SYS_SECCOMP
    if (info->si_code != from_filter) _exit(EXIT_FAILURE);
    refuse(info->si_syscall);
}

}  // namespace

void report_forbidden_calls() {
    struct sigaction action {};
    action.sa_sigaction = on_forbidden_call;
    action.sa_flags = SA_SIGINFO;
    if (sigaction(SIGSYS, &action, nullptr) != 0) end_unconfined();
}

void expect_replies_to(std::uint32_t request) {
    sequence.store(request);
}

}  // namespace quarterdeck::plugins
