#pragma once

#include "quarterdeck/programme.h"

namespace quarterdeck::programmes {

/// The genomics programme: its metrics and its plan.
Programme genomics();

}  // namespace quarterdeck::programmes
