#pragma once

#include "quarterdeck/programme.h"

namespace quarterdeck::programmes {

/// The pathology programme: its metrics and its plan.
Programme pathology();

}  // namespace quarterdeck::programmes
