#pragma once

#include "disclosure/model.h"

namespace quarterdeck::disclosure {

/// The cheapest safe pattern: a master problem picks what to hide, the attacker's problems say why that isn't
/// enough yet (Fischetti and Salazar). Where the effort doesn't reach, a safe pattern that may cost more, with a
/// bound on the least cost. Deterministic.
Suppression suppress(const Model& model, const Effort& effort);

}  // namespace quarterdeck::disclosure
