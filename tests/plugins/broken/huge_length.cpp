#include <unistd.h>

#include "face.h"
#include "plugins/frame.h"

namespace {
using namespace quarterdeck::plugins;

std::int32_t describe(const qd_host* /*host*/) {
    const FrameHeader header{.kind = FrameKind::answer, .sequence = 1, .length = std::uint64_t{1} << 60U};
    return write(worker_descriptor, &header, sizeof header) > 0 ? 0 : 1;
}
qd_plugin huge() {
    qd_plugin plugin = face::well_formed();
    plugin.describe = describe;
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(huge)
