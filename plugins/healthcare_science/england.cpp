#include "healthcare_science/england.h"

namespace quarterdeck::programmes::healthcare_science_england {

std::vector<EnglandPillar> pillars() {
    return {{.title = {"Physiological measurement", "Mesuriadau ffisiolegol"},
             .professions = {{"Audio Vestibular Medicine", "Meddygaeth Awdio-festibwlar"},
                             {"Clinical Neurophysiology", "Niwroffisioleg Glinigol"},
                             {"Qualified HCS CVRS Sciences",
                              "Gwyddonwyr gofal iechyd cymwysedig – Cardiaidd, Fasgwlaidd, Anadlol a Chwsg"},
                             {"Support to HCS - CVRS Sciences",
                              "Cymorth i wyddonwyr gofal iechyd – Cardiaidd, Fasgwlaidd, Anadlol a Chwsg"},
                             {"Qualified HCS GU Sciences",
                              "Gwyddonwyr gofal iechyd cymwysedig – Gwyddorau Cenhedlol-wrinol"},
                             {"Support to HCS - GU Sciences",
                              "Cymorth i wyddonwyr gofal iechyd – Gwyddorau Cenhedlol-wrinol"},
                             {"Qualified HCS Neurosensory Sciences",
                              "Gwyddonwyr gofal iechyd cymwysedig – Gwyddorau Niwrosynhwyraidd"},
                             {"Support to HCS - Neurosensory Sciences",
                              "Cymorth i wyddonwyr gofal iechyd – Gwyddorau Niwrosynhwyraidd"}}},
            {.title = {"General", "Cyffredinol"},
             .professions = {
                 {"Clinical & Medical Oncology", "Oncoleg Glinigol a Meddygol"},
                 {"Qualified HCS Clinical Engineering", "Gwyddonwyr gofal iechyd cymwysedig – Peirianneg Glinigol"},
                 {"Support to HCS - Clinical Engineering", "Cymorth i wyddonwyr gofal iechyd – Peirianneg Glinigol"},
                 {"Nursing (from N&M)", "Nyrsio (o nyrsio a bydwreigiaeth)"},
                 {"Support to Nursing & Midwifery", "Cymorth i Nyrsio a Bydwreigiaeth"},
                 {"Admin & Clerical", "Gweinyddol a Chlercyddol"}}}};
}

}  // namespace quarterdeck::programmes::healthcare_science_england
