#include "plugins/worker/confine.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

namespace quarterdeck::plugins {

namespace {

constexpr int status_unconfined = 3;
constexpr rlim_t open_files = 32;

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    const rlimit wanted{.rlim_cur = soft, .rlim_max = hard};
    if (setrlimit(resource, &wanted) != 0) _exit(status_unconfined);
}

void limit(__rlimit_resource resource, rlim_t most) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0) _exit(status_unconfined);
    const rlim_t value = now.rlim_max < most ? now.rlim_max : most;
    limit(resource, value, value);
}

}  // namespace

void confine(const Confinement& confinement) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) _exit(status_unconfined);
    if (getppid() != confinement.host) _exit(status_unconfined);  // it ended before the line above

    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, open_files);
#ifndef QUARTERDECK_SANITIZE  // which reserves terabytes of addresses
    limit(RLIMIT_AS, confinement.memory_bytes);
#endif
}

void allow_processor_seconds(unsigned seconds) {
    rusage used{};
    rlimit now{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &now) != 0) _exit(status_unconfined);
    const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1;
    const rlim_t wanted = spent + seconds;
    limit(RLIMIT_CPU, wanted < now.rlim_max ? wanted : now.rlim_max, now.rlim_max);
}

}  // namespace quarterdeck::plugins
