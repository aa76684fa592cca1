#include "quarterdeck/plugin.h"
#include "healthcare_science/healthcare_science.h"

QUARTERDECK_PROGRAMME(quarterdeck::programmes::healthcare_science)
