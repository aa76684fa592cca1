#include <unistd.h>

#include <string>

#include "face.h"

namespace {
constexpr int private_descriptor = 3;

std::int32_t describe(const qd_host* /*host*/) {
    const std::string garbage(4096, 'x');
    return write(private_descriptor, garbage.data(), garbage.size()) > 0 ? 0 : 1;
}
qd_plugin garbage() {
    qd_plugin plugin = face::well_formed();
    plugin.describe = describe;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(garbage)
