#include <unistd.h>

#include <string>

#include "face.h"

// Leaves a child behind that would outlive the worker, and logs its number.
namespace {
std::int32_t describe(const qd_host* host) {
    const pid_t child = fork();
    if (child == 0)
        for (;;) pause();
    host->log(host->context, face::text(std::to_string(child).c_str()));
    _exit(0);
}
qd_plugin forking() {
    qd_plugin plugin = face::well_formed();
    plugin.describe = describe;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(forking)
