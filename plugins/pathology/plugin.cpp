#include "quarterdeck/plugin.h"
#include "pathology/pathology.h"

QUARTERDECK_PROGRAMME(quarterdeck::programmes::pathology)
