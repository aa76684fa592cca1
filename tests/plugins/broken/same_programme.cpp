#include "quarterdeck/plugin.h"

namespace {
quarterdeck::Programme another_good() {
    return {.id = "good", .version = "2.0.0", .title = {"Good", "Da"}};
}
}  // namespace

QUARTERDECK_PROGRAMME(another_good)
