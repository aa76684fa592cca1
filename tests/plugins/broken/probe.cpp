#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>

#include "quarterdeck/plugin.h"

// Describes what a static constructor finds around it, as the programme's version.
namespace {

std::string soft(__rlimit_resource resource) {
    rlimit limit{};
    getrlimit(resource, &limit);
    return std::to_string(limit.rlim_cur);
}

std::string look_around() {
    int open_files = 0;
    for (int descriptor = 0; descriptor < 256; ++descriptor) open_files += fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
    return "open " + std::to_string(open_files) + ", environment " + (environ[0] == nullptr ? "empty" : environ[0]) +
           ", core " + soft(RLIMIT_CORE) + ", file size " + soft(RLIMIT_FSIZE) + ", address space " + soft(RLIMIT_AS);
}

const std::string around = look_around();

quarterdeck::Programme probe() {
    return {.id = "probe", .version = around, .title = {"Probe", "Archwiliad"}};
}

}  // namespace

QUARTERDECK_PROGRAMME(probe)
