#include "genomics/england.h"

namespace quarterdeck::programmes::genomics_england {

std::vector<EnglandPillar> pillars() {
    return {{.title = {"Genomics", "Genomeg"},
             .professions = {{"Clinical Genetics", "Geneteg Glinigol"},
                             {"Qualified HCS Bioinformatics", "Gwyddonwyr gofal iechyd cymwysedig – Biowybodeg"},
                             {"Support to HCS - Bioinformatics", "Cymorth i wyddonwyr gofal iechyd – Biowybodeg"},
                             {"Qualified HCS Genetics", "Gwyddonwyr gofal iechyd cymwysedig – Geneteg"},
                             {"Support to HCS - Genetics", "Cymorth i wyddonwyr gofal iechyd – Geneteg"}}}};
}

}  // namespace quarterdeck::programmes::genomics_england
