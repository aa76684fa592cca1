#include "plugins/worker/confine.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "plugins/worker/call_filter.h"
#include "plugins/worker/file_rules.h"
#include "plugins/worker/unconfined.h"

namespace quarterdeck::plugins {

namespace {

constexpr rlim_t open_files = 32;

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    const rlimit wanted{.rlim_cur = soft, .rlim_max = hard};
    if (setrlimit(resource, &wanted) != 0) end_unconfined();
}

void limit(__rlimit_resource resource, rlim_t most) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0) end_unconfined();
    const rlim_t value = now.rlim_max < most ? now.rlim_max : most;
    limit(resource, value, value);
}

/// Root's worker is no more than anybody's.
void drop_capabilities() {
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    if (syscall(SYS_capset, &header, none.data()) != 0) end_unconfined();
}

}  // namespace

std::vector<Protection> confine(const Confinement& confinement) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) end_unconfined();
    if (getppid() != confinement.host) end_unconfined();  // it ended before the line above
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) end_unconfined();
    if (prctl(PR_SET_DUMPABLE, 0) != 0) end_unconfined();

    *environ = nullptr;

    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, open_files);
    limit(RLIMIT_NPROC, 0);
#ifndef QUARTERDECK_SANITIZE  // which reserves terabytes of addresses
    limit(RLIMIT_AS, confinement.memory_bytes);
#endif
    drop_capabilities();

    std::vector<Protection> lacking;
    if (!forbid_files()) lacking.push_back(Protection::file_rules);
    if (!filter_calls()) lacking.push_back(Protection::call_filter);
    return lacking;
}

void allow_processor_seconds(unsigned seconds) {
    rusage used{};
    rlimit now{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &now) != 0) end_unconfined();
    const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1;
    const rlim_t wanted = spent + seconds;
    limit(RLIMIT_CPU, wanted < now.rlim_max ? wanted : now.rlim_max, now.rlim_max);
}

}  // namespace quarterdeck::plugins
