#include "process/limits.h"

#include <sys/resource.h>

namespace quarterdeck {

void limit_this_process([[maybe_unused]] std::uint64_t memory, std::uint64_t seconds) {
    const auto set = [](int resource, rlim_t most) {
        const rlimit limit{most, most};
        ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
    };
#ifndef QUARTERDECK_SANITIZE
    set(RLIMIT_AS, memory);  // a sanitizer's shadow is larger than this
#endif
    set(RLIMIT_CPU, seconds);
    set(RLIMIT_FSIZE, 0);
    set(RLIMIT_CORE, 0);
}

}  // namespace quarterdeck
