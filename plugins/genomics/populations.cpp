#include "genomics/populations.h"

#include "common/staff.h"

namespace quarterdeck::programmes::genomics_staff {

Population genomics() {
    return {.id = "genomics",
            .version = "2023.1",
            .title = {"Genomics scientists", "Gwyddonwyr genomeg"},
            .definition = {"Genomics scientists: occupation codes U?D (genetics) and U?K (bioinformatics), genetic "
                           "counsellors left out.",
                           "Gwyddonwyr genomeg: codau galwedigaeth U?D (geneteg) ac U?K (biowybodeg), heb gwnselwyr "
                           "genetig."},
            .rule = matches(Field::occupation_code, {"U?D", "U?K"}) && is_not(Field::job_role, {"Genetic Counsellor"})};
}

Population counsellors() {
    return {.id = "counsellors",
            .version = "2023.1",
            .title = {"Genetic counsellors", "Cwnselwyr genetig"},
            .definition = {"Genetic counsellors: occupation codes U?D and U?K with the job role Genetic Counsellor.",
                           "Cwnselwyr genetig: codau galwedigaeth U?D ac U?K gyda'r rôl swydd Genetic Counsellor."},
            .rule = matches(Field::occupation_code, {"U?D", "U?K"}) && is(Field::job_role, {"Genetic Counsellor"})};
}

Population doctors() {
    return {
        .id = "doctors",
        .version = "2023.1",
        .title = {"Doctors in genomics", "Meddygon genomeg"},
        .definition = {"Doctors: staff group Medical and Dental with the occupation code of clinical genetics (020, "
                       "120) or of cytogenetics and molecular genetics (079, 179).",
                       "Meddygon: grŵp staff Medical and Dental gyda chod galwedigaeth geneteg glinigol (020, 120) "
                       "neu sytogeneteg a geneteg foleciwlaidd (079, 179)."},
        .rule = doctors_in({"020", "079"})};
}

Population scientists() {
    return united("scientists", {"Scientists and counsellors in genomics", "Gwyddonwyr a chwnselwyr genomeg"},
                  {genomics(), counsellors()});
}

Population workforce() {
    return united("workforce", {"Genomics workforce", "Gweithlu genomeg"}, {scientists(), doctors()});
}

}  // namespace quarterdeck::programmes::genomics_staff
