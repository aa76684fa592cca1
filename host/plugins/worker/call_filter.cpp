#include "plugins/worker/call_filter.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

#include "plugins/frame.h"
#include "plugins/worker/unconfined.h"

namespace quarterdeck::plugins {

namespace {

/// A filter under construction.
class Filter {
public:
    explicit Filter(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {
        if (context_ == nullptr || seccomp_attr_set(context_, SCMP_FLTATR_CTL_NNP, 0) != 0 ||
            seccomp_attr_set(context_, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0)
            end_unconfined();
    }
    ~Filter() { seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    void add(std::uint32_t action, std::initializer_list<int> calls) {
        for (const int call : calls)
            if (seccomp_rule_add_array(context_, action, call, 0, nullptr) != 0) end_unconfined();
    }
    void allow(std::initializer_list<int> calls) { add(SCMP_ACT_ALLOW, calls); }

    /// Only where an argument compares as given.
    void add(std::uint32_t action, int call, unsigned argument, scmp_compare comparison, std::uint64_t value) {
        const scmp_arg_cmp condition{.arg = argument, .op = comparison, .datum_a = value, .datum_b = 0};
        if (seccomp_rule_add_array(context_, action, call, 1, &condition) != 0) end_unconfined();
    }
    void allow(int call, unsigned argument, scmp_compare comparison, std::uint64_t value) {
        add(SCMP_ACT_ALLOW, call, argument, comparison, value);
    }

    void apply() {
        if (seccomp_load(context_) != 0) end_unconfined();
    }

private:
    scmp_filter_ctx context_;
};

bool filtered = false;

/// Whether the kernel has filters that can end a process.
bool offered() {
    const std::uint32_t action = SECCOMP_RET_KILL_PROCESS;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

void allow_computing(Filter& filter) {
    filter.allow({SCMP_SYS(brk),
                  SCMP_SYS(mmap),
                  SCMP_SYS(munmap),
                  SCMP_SYS(mremap),
                  SCMP_SYS(mprotect),
                  SCMP_SYS(madvise),
                  SCMP_SYS(futex),
                  SCMP_SYS(rt_sigprocmask),
                  SCMP_SYS(rt_sigreturn),
                  SCMP_SYS(sigaltstack),
                  SCMP_SYS(getpid),
                  SCMP_SYS(getppid),
                  SCMP_SYS(gettid),
                  SCMP_SYS(getuid),
                  SCMP_SYS(geteuid),
                  SCMP_SYS(getgid),
                  SCMP_SYS(getegid),
                  SCMP_SYS(getrusage),
                  SCMP_SYS(getrandom),
                  SCMP_SYS(clock_gettime),
                  SCMP_SYS(clock_getres),
                  SCMP_SYS(gettimeofday),
                  SCMP_SYS(time),
                  SCMP_SYS(times),
                  SCMP_SYS(nanosleep),
                  SCMP_SYS(clock_nanosleep),
                  SCMP_SYS(pause),
                  SCMP_SYS(sched_yield),
                  SCMP_SYS(restart_syscall),
                  SCMP_SYS(sysinfo),
                  SCMP_SYS(uname),
                  SCMP_SYS(exit),
                  SCMP_SYS(exit_group)});
    filter.allow(SCMP_SYS(rt_sigaction), 0, SCMP_CMP_NE, SIGSYS);  // its handler tells the host
    filter.allow(SCMP_SYS(prlimit64), 0, SCMP_CMP_EQ, 0);          // its own
    const auto self = static_cast<std::uint64_t>(getpid());
    filter.allow(SCMP_SYS(tgkill), 0, SCMP_CMP_EQ, self);  // abort()
    filter.allow(SCMP_SYS(kill), 0, SCMP_CMP_EQ, self);
    filter.add(SCMP_ACT_ERRNO(ENOSYS), {SCMP_SYS(clone3)});
}

void allow_open_descriptors(Filter& filter) {
    filter.allow({SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(lseek), SCMP_SYS(fstat),
                  SCMP_SYS(newfstatat), SCMP_SYS(close), SCMP_SYS(poll), SCMP_SYS(ppoll)});
    filter.add(SCMP_ACT_ERRNO(ENOTTY), {SCMP_SYS(ioctl)});
    // Not F_SETOWN, which can have another process signalled.
    for (const std::uint64_t command : {F_GETFD, F_SETFD, F_GETFL})
        filter.allow(SCMP_SYS(fcntl), 1, SCMP_CMP_EQ, command);
    for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)})
        for (const std::uint64_t descriptor : {STDERR_FILENO, worker_descriptor})
            filter.allow(call, 0, SCMP_CMP_EQ, descriptor);
    for (const int call : {SCMP_SYS(sendto), SCMP_SYS(recvfrom)}) filter.allow(call, 0, SCMP_CMP_EQ, worker_descriptor);
}

constexpr std::initializer_list<int> loading_calls{SCMP_SYS(open),       SCMP_SYS(openat), SCMP_SYS(readlink),
                                                   SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(seccomp)};

}  // namespace

bool filter_calls() {
    filtered = offered();
    if (!filtered) return false;
    Filter filter(SCMP_ACT_TRAP);
    allow_computing(filter);
    allow_open_descriptors(filter);
    filter.allow(loading_calls);
#ifdef QUARTERDECK_SANITIZE  // whose checks look at memory through a pipe
    filter.allow({SCMP_SYS(pipe), SCMP_SYS(pipe2)});
    filter.allow(SCMP_SYS(write), 0, SCMP_CMP_GT, plugin_descriptor);
#endif
    filter.apply();
    return true;
}

void finish_loading() {
    if (!filtered) return;
    Filter filter(SCMP_ACT_ALLOW);
    filter.add(SCMP_ACT_TRAP, loading_calls);
    filter.add(SCMP_ACT_TRAP, SCMP_SYS(newfstatat), 3, SCMP_CMP_NE, AT_EMPTY_PATH);  // of a path
    filter.apply();
}

}  // namespace quarterdeck::plugins
