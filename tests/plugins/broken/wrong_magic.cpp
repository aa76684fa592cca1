#include "face.h"

namespace {
qd_plugin marked_wrongly() {
    qd_plugin plugin = face::well_formed();
    plugin.magic = 7;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(marked_wrongly)
