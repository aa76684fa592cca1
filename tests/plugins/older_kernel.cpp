// The worker as on a kernel that lacks a protection: the calls that ask for it fail as they do there.

#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace {

bool add_rules(scmp_filter_ctx filter) {
    constexpr std::string_view lacking = LACKING;
    if (lacking == "file_rules")
        return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EOPNOTSUPP), SCMP_SYS(landlock_create_ruleset), 0) == 0;
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) ==
               0;
}

}  // namespace

int main(int /*count*/, char** arguments) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr || !add_rules(filter) || seccomp_load(filter) != 0) return EXIT_FAILURE;
    execv(WORKER, arguments);
    return EXIT_FAILURE;
}
