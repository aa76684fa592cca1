#include "face.h"

namespace {
volatile bool waiting = true;

std::int32_t describe(const qd_host* /*host*/) {
    while (waiting) {
    }
    return 0;
}
qd_plugin endless() {
    qd_plugin plugin = face::well_formed();
    plugin.describe = describe;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(endless)
