#include "plugins/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <system_error>

#include "plugins/frame.h"

namespace quarterdeck::plugins {

namespace {

constexpr int hang_up_patience_ms = 500;

void require(int error, const char* what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

/// What the new process has open: the null device thrice, and its end of the pair.
class Descriptors {
public:
    explicit Descriptors(int end) {
        require(posix_spawn_file_actions_init(&actions_), "posix_spawn_file_actions_init");
        int error = posix_spawn_file_actions_adddup2(&actions_, end, worker_descriptor);
        for (int standard = 0; standard < worker_descriptor && error == 0; ++standard)
            error = posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", O_RDWR, 0);
        if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions_, worker_descriptor + 1);
        if (error != 0) {
            posix_spawn_file_actions_destroy(&actions_);
            require(error, "posix_spawn_file_actions");
        }
    }
    ~Descriptors() { posix_spawn_file_actions_destroy(&actions_); }
    Descriptors(const Descriptors&) = delete;
    Descriptors& operator=(const Descriptors&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

/// A process group of its own, and signals as a fresh program expects them.
class Attributes {
public:
    Attributes() {
        require(posix_spawnattr_init(&attributes_), "posix_spawnattr_init");
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

pid_t spawn(const std::filesystem::path& program, const std::filesystem::path& plugin, const Limits& limits, int end) {
    const Descriptors descriptors(end);
    const Attributes attributes;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.deadline).count() + 1;
    std::array<std::string, 5> arguments{program.string(), plugin.string(), std::to_string(limits.memory_bytes),
                                         std::to_string(seconds), std::to_string(getpid())};
    std::array<char*, 6> pointers{};
    for (std::size_t i = 0; i < arguments.size(); ++i) pointers[i] = arguments[i].data();
    char* no_environment = nullptr;
    pid_t process = -1;
    require(
        posix_spawn(&process, program.c_str(), descriptors.get(), attributes.get(), pointers.data(), &no_environment),
        "posix_spawn");
    return process;
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

}  // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& program, const std::filesystem::path& plugin,
                             const Limits& limits) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) require(errno, "socketpair");
    try {
        if (fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) require(errno, "fcntl");
        process_ = spawn(program, plugin, limits, ends[1]);
    } catch (...) {
        close(ends[0]);
        close(ends[1]);
        throw;
    }
    close(ends[1]);
    descriptor_ = ends[0];
}

WorkerProcess::~WorkerProcess() {
    end();
}

bool WorkerProcess::has_ended() const {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == process_;
}

std::string WorkerProcess::end_after_hang_up() {
    for (int waited_ms = 0; !has_ended() && waited_ms < hang_up_patience_ms; ++waited_ms) poll(nullptr, 0, 1);
    if (!has_ended()) {
        end();
        return "closed its connection";
    }
    // The group's other members go first: the number is free for reuse once its leader is reaped.
    kill(-process_, SIGKILL);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    end();
    return ending(status);
}

void WorkerProcess::end() noexcept {
    if (process_ > 0) {
        kill(-process_, SIGKILL);
        kill(process_, SIGKILL);
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
    }
    if (descriptor_ >= 0) close(descriptor_);
    descriptor_ = -1;
}

}  // namespace quarterdeck::plugins
