#pragma once

#include "quarterdeck/programme.h"

namespace quarterdeck::programmes {

/// The endoscopy programme: its metrics and its plan.
Programme endoscopy();

}  // namespace quarterdeck::programmes
