#include "imaging/populations.h"

#include "common/staff.h"

namespace quarterdeck::programmes::imaging_staff {

Population radiographers() {
    return {.id = "radiographers",
            .version = "2023.1",
            .title = {"Diagnostic radiographers", "Radiograffyddion diagnostig"},
            .definition = {"Diagnostic radiographers and their support staff: occupation codes S?F.",
                           "Radiograffyddion diagnostig a'u staff cymorth: codau galwedigaeth S?F."},
            .rule = matches(Field::occupation_code, {"S?F"})};
}

Population doctors() {
    return {
        .id = "doctors",
        .version = "2023.1",
        .title = {"Doctors in radiology", "Meddygon radioleg"},
        .definition = {"Doctors: staff group Medical and Dental with the occupation code of clinical radiology (080, "
                       "180), nuclear medicine (016, 116) or dental and maxillofacial radiology (045, 145).",
                       "Meddygon: grŵp staff Medical and Dental gyda chod galwedigaeth radioleg glinigol (080, "
                       "180), meddygaeth niwclear (016, 116) neu radioleg ddeintyddol a'r genau a'r wyneb (045, "
                       "145)."},
        .rule = doctors_in({"080", "016", "045"})};
}

Population workforce() {
    return united("workforce", {"Diagnostic radiology workforce", "Gweithlu radioleg ddiagnostig"},
                  {radiographers(), doctors()});
}

}  // namespace quarterdeck::programmes::imaging_staff
