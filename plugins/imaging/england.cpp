#include "imaging/england.h"

namespace quarterdeck::programmes::imaging_england {

std::vector<EnglandPillar> pillars() {
    return {{.title = {"Imaging", "Delweddu"},
             .professions = {
                 {"Clinical Radiology", "Radioleg Glinigol"},
                 {"Nuclear Medicine", "Meddygaeth Niwclear"},
                 {"Diagnostic Radiography", "Radiograffeg Ddiagnostig"},
                 {"DR - Assistant Practitioner (S5F)", "Radiograffeg Ddiagnostig – Ymarferydd Cynorthwyol (S5F)"},
                 {"Assistant in DR (S9F)", "Cynorthwyydd Radiograffeg Ddiagnostig (S9F)"},
                 {"Qualified HCS Medical Physics", "Gwyddonwyr gofal iechyd cymwysedig – Ffiseg Feddygol"},
                 {"Support to HCS - Medical Physics", "Cymorth i wyddonwyr gofal iechyd – Ffiseg Feddygol"}}}};
}

}  // namespace quarterdeck::programmes::imaging_england
