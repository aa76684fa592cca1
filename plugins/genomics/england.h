#pragma once

#include <vector>

#include "common/england.h"

namespace quarterdeck::programmes::genomics_england {

/// What NHS England's table of staff in post shows of the programme's field.
std::vector<EnglandPillar> pillars();

}  // namespace quarterdeck::programmes::genomics_england
