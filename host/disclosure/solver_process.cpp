#include "disclosure/solver_process.h"

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace quarterdeck::disclosure {
namespace {

constexpr int solver_end = 3;  // the descriptor that the solver reads and writes

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    void reset() {
        if (number_ >= 0) close(number_);
        number_ = -1;
    }

private:
    int number_;
};

bool send_all(int to, const std::string& text) {
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t now = send(to, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (now < 0 && errno != EINTR) return false;
        if (now > 0) sent += static_cast<std::size_t>(now);
    }
    return shutdown(to, SHUT_WR) == 0;
}

std::optional<std::string> receive_all(int from) {
    std::string text;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = recv(from, block.data(), block.size(), 0);
        if (got == 0) return text;
        if (got < 0 && errno != EINTR) return std::nullopt;
        if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
    }
}

/// The process, or nothing. It has its end of the pair and nothing else of the host's.
std::optional<pid_t> start(const std::filesystem::path& program, int end) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return std::nullopt;
    int error = posix_spawn_file_actions_adddup2(&actions, end, solver_end);
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, solver_end + 1);
    std::string name = program.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    char* no_environment = nullptr;
    pid_t process = -1;
    if (error == 0) error = posix_spawn(&process, name.c_str(), &actions, nullptr, arguments.data(), &no_environment);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return std::nullopt;
    return process;
}

}  // namespace

std::optional<std::string> ask_solver(const std::filesystem::path& program, const std::string& request) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
    Descriptor host(ends[0]);
    Descriptor solver(ends[1]);
    const std::optional<pid_t> process = start(program, solver.get());
    if (!process) return std::nullopt;
    solver.reset();
    std::optional<std::string> answer;
    if (send_all(host.get(), request)) answer = receive_all(host.get());
    host.reset();
    int status = 0;
    while (waitpid(*process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return answer;
}

std::filesystem::path own_solver() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return self.parent_path().parent_path() / "lib" / "quarterdeck" / "quarterdeck-solver";
}

}  // namespace quarterdeck::disclosure
