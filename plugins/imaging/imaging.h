#pragma once

#include "quarterdeck/programme.h"

namespace quarterdeck::programmes {

/// The imaging programme: its metrics and its plan.
Programme imaging();

}  // namespace quarterdeck::programmes
