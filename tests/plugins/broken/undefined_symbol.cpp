#include "face.h"

extern "C" int function_that_nobody_supplies(void);

namespace {
qd_plugin incomplete() {
    qd_plugin plugin = face::well_formed();
    plugin.abi_minor = static_cast<std::uint16_t>(function_that_nobody_supplies());
    return plugin;
}
}  // namespace

EXPORT_PLUGIN(incomplete)
