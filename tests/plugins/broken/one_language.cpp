#include "quarterdeck/plugin.h"

namespace {
quarterdeck::Programme half() {
    return {.id = "half",
            .version = "1",
            .title = {"Half", "Hanner"},
            .metrics = {{.id = "staff",
                         .title = {"Staff", "Staff"},
                         .definition = {"People", ""},
                         .unit = {"People", "Pobl"},
                         .compute = [](const std::vector<quarterdeck::Table>&) { return quarterdeck::Table{}; }}}};
}
}  // namespace

QUARTERDECK_PROGRAMME(half)
