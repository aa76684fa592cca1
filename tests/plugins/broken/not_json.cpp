#include "face.h"

namespace {
std::int32_t describe(const qd_host* host) {
    host->emit(host->context, face::text("{\"id\": \"caf\xE9\"}"));
    return 0;
}
qd_plugin not_json() {
    qd_plugin made = face::well_formed();
    made.describe = describe;
    return made;
}
}  // namespace

EXPORT_PLUGIN(not_json)
