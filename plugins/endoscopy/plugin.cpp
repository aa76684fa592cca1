#include "quarterdeck/plugin.h"
#include "endoscopy/endoscopy.h"

QUARTERDECK_PROGRAMME(quarterdeck::programmes::endoscopy)
