// The solver's process: reads one request from descriptor 3 until its end, writes one answer, ends.

#include <malloc.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <string>

#include "disclosure/solver/suppress.h"
#include "disclosure/solver_message.h"

namespace {

constexpr int host = 3;
constexpr rlim_t most_seconds = 600;  // of processor time: a guard against a solver that never ends, not a limit

std::string read_all() {
    std::string text;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = read(host, block.data(), block.size());
        if (got == 0) return text;
        if (got < 0 && errno != EINTR) return {};
        if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
    }
}

bool write_all(const std::string& text) {
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t now = send(host, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (now < 0 && errno != EINTR) return false;
        if (now > 0) sent += static_cast<std::size_t>(now);
    }
    return true;
}

/// The solver makes and frees large arrays all the time. Given back to the kernel each time, they cost more than the
/// arithmetic: two thirds of the demo's release were page faults.
void keep_memory() {
    constexpr int most = 1 << 29;
    mallopt(M_TOP_PAD, 1 << 25);
    mallopt(M_TRIM_THRESHOLD, most);
    mallopt(M_MMAP_THRESHOLD, most);
}

}  // namespace

int main() {
    using namespace quarterdeck::disclosure;
    const rlimit limit{most_seconds, most_seconds};
    setrlimit(RLIMIT_CPU, &limit);
    keep_memory();
    try {
        const SolverRequest request = SolverRequest::from_text(read_all());
        return write_all(text_of(suppress(request.model, request.effort))) ? 0 : 1;
    } catch (const std::exception&) {
        return 1;
    }
}
