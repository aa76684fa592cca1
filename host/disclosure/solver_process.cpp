#include "disclosure/solver_process.h"

#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "process/child_process.h"

namespace quarterdeck::disclosure {
namespace {

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

}  // namespace

std::optional<std::string> ask_solver(const std::filesystem::path& program, const std::string& request) {
    try {
        ChildProcess solver(program, {});
        std::optional<std::string> answer;
        if (send_all(solver.descriptor(), request)) answer = receive_all(solver.descriptor());
        if (answer) solver.wait();
        const int status = solver.end();
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
        return answer;
    } catch (const std::system_error&) {
        return std::nullopt;
    }
}

std::filesystem::path own_solver() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return self.parent_path().parent_path() / "lib" / "quarterdeck" / "quarterdeck-solver";
}

}  // namespace quarterdeck::disclosure
