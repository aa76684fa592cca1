#include <stdexcept>

#include "quarterdeck/plugin.h"

namespace {
quarterdeck::Programme programme() {
    quarterdeck::log("about to throw");
    throw std::runtime_error("The lookup of grades is empty.");
}
}  // namespace

QUARTERDECK_PROGRAMME(programme)
