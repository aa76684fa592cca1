#pragma once

#include "quarterdeck/programme.h"

namespace quarterdeck::programmes {

/// The healthcare science programme: its metrics and its plan.
Programme healthcare_science();

}  // namespace quarterdeck::programmes
