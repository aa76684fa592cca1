#include "face.h"

namespace {
qd_plugin newer() {
    qd_plugin plugin = face::well_formed();
    plugin.abi_major = 2;
    plugin.abi_minor = 3;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(newer)
