#include "quarterdeck/plugin.h"
#include "imaging/imaging.h"

QUARTERDECK_PROGRAMME(quarterdeck::programmes::imaging)
