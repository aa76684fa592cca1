// The solver's process: answers requests from descriptor 3 until there are no more.

#include <malloc.h>
#include <sys/resource.h>

#include <exception>
#include <optional>
#include <string>

#include "disclosure/solver/suppress.h"
#include "disclosure/solver_link.h"
#include "disclosure/solver_message.h"

namespace {

constexpr int host = 3;
constexpr rlim_t most_seconds = 600;  // of processor time: a guard against a solver that never ends, not a limit

/// From here on.
void allow_seconds() {
    rusage used{};
    rlimit limit{};
    getrusage(RUSAGE_SELF, &used);
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + most_seconds;
    setrlimit(RLIMIT_CPU, &limit);
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
    keep_memory();
    try {
        while (const std::optional<std::string> text = receive_text(host)) {
            allow_seconds();
            const SolverRequest request = SolverRequest::from_text(*text);
            if (!send_text(host, text_of(suppress(request.model, request.effort)))) return 1;
        }
    } catch (const std::exception&) {
        return 1;
    }
    return 0;
}
