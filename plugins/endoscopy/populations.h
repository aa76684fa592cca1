#pragma once

#include "quarterdeck/population.h"

/// Who works in endoscopy. Nurses have no occupation code of their own for it: their area of work tells.
namespace quarterdeck::programmes::endoscopy_staff {

Population nurses();

}  // namespace quarterdeck::programmes::endoscopy_staff
