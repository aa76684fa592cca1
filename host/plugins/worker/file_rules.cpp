#include "plugins/worker/file_rules.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "plugins/worker/unconfined.h"

namespace quarterdeck::plugins {

namespace {

/// As the newest kernels know it; the headers of Debian 12 stop at version 2 of the interface.
struct Ruleset {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};

constexpr unsigned tell_version = 1;

/// Whatever the version can deny. No rule allows any of it.
Ruleset everything(long version) {
    constexpr std::uint64_t first = (std::uint64_t{1} << 13) - 1;
    constexpr std::uint64_t refer = std::uint64_t{1} << 13;
    constexpr std::uint64_t truncate = std::uint64_t{1} << 14;
    constexpr std::uint64_t device_control = std::uint64_t{1} << 15;
    constexpr std::uint64_t bind_and_connect_tcp = 3;
    constexpr std::uint64_t abstract_sockets_and_signals = 3;
    Ruleset rules{.files = first};
    if (version >= 2) rules.files |= refer;
    if (version >= 3) rules.files |= truncate;
    if (version >= 4) rules.network = bind_and_connect_tcp;
    if (version >= 5) rules.files |= device_control;
    if (version >= 6) rules.scopes = abstract_sockets_and_signals;
    return rules;
}

}  // namespace

bool forbid_files() {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, tell_version);
    if (version < 1) return false;
    const Ruleset rules = everything(version);
    const long ruleset = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0 || syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) end_unconfined();
    close(static_cast<int>(ruleset));
    return true;
}

}  // namespace quarterdeck::plugins
