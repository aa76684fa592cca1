#include "face.h"

namespace {
qd_plugin small() {
    qd_plugin plugin = face::well_formed();
    plugin.size = 12;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(small)
