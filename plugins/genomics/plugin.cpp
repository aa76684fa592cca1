#include "quarterdeck/plugin.h"
#include "genomics/genomics.h"

QUARTERDECK_PROGRAMME(quarterdeck::programmes::genomics)
