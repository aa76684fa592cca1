#pragma once

#include "quarterdeck/population.h"

/// Who works in genomics. Genetic counsellors are counted apart from the scientists whose codes they share.
namespace quarterdeck::programmes::genomics_staff {

Population genomics();
Population counsellors();
Population doctors();
Population scientists();  ///< genomics scientists and counsellors
Population workforce();

}  // namespace quarterdeck::programmes::genomics_staff
