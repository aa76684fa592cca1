#include <csignal>

#include "face.h"

namespace {
[[gnu::constructor]] void fault() {
    raise(SIGSEGV);
}
}  // namespace

EXPORT_PLUGIN(face::well_formed)
