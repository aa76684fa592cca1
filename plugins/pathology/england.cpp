#include "pathology/england.h"

namespace quarterdeck::programmes::pathology_england {

std::vector<EnglandPillar> pillars() {
    return {{.title = {"Pathology", "Patholeg"},
             .professions = {
                 {"Chemical Pathology", "Patholeg Gemegol"},
                 {"Diagnostic Neuropathology", "Niwropatholeg Ddiagnostig"},
                 {"Haematology", "Haematoleg"},
                 {"Histopathology", "Histopatholeg"},
                 {"Immunology", "Imiwnoleg"},
                 {"Medical Microbiology & Medical Virology", "Microbioleg Feddygol a Firoleg Feddygol"},
                 {"Paediatric and Perinatal Pathology", "Patholeg Bediatrig ac Amenedigol"},
                 {"Qualified HCS Blood Sciences", "Gwyddonwyr gofal iechyd cymwysedig – Gwyddorau Gwaed"},
                 {"Support to HCS - Blood Sciences", "Cymorth i wyddonwyr gofal iechyd – Gwyddorau Gwaed"},
                 {"Qualified HCS Cellular Sciences", "Gwyddonwyr gofal iechyd cymwysedig – Gwyddorau Cellog"},
                 {"Support to HCS - Cellular Sciences", "Cymorth i wyddonwyr gofal iechyd – Gwyddorau Cellog"},
                 {"Qualified HCS Infection Sciences", "Gwyddonwyr gofal iechyd cymwysedig – Gwyddorau Heintiau"},
                 {"Support to HCS - Infection Sciences", "Cymorth i wyddonwyr gofal iechyd – Gwyddorau Heintiau"}}}};
}

}  // namespace quarterdeck::programmes::pathology_england
