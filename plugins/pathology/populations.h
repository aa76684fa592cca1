#pragma once

#include "quarterdeck/population.h"

/// Who works in pathology. Parts don't overlap: phlebotomists and cytoscreeners are counted apart from the
/// sciences they support.
namespace quarterdeck::programmes::pathology_staff {

Population blood();
Population phlebotomists();
Population cellular();
Population infection();
Population cytoscreeners();
Population doctors();
Population scientists();  ///< all but doctors
Population workforce();

}  // namespace quarterdeck::programmes::pathology_staff
