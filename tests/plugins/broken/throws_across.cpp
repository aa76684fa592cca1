#include <stdexcept>

#include "face.h"

namespace {
std::int32_t describe(const qd_host* /*host*/) {
    throw std::runtime_error("not caught by the plugin");
}
qd_plugin throwing() {
    qd_plugin plugin = face::well_formed();
    plugin.describe = describe;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(throwing)
