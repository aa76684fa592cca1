#include "pathology/populations.h"

#include "common/staff.h"

namespace quarterdeck::programmes::pathology_staff {

Population blood() {
    return {.id = "blood",
            .version = "2023.1",
            .title = {"Blood sciences", "Gwyddorau gwaed"},
            .definition = {"Blood sciences: occupation codes U?A, phlebotomists left out.",
                           "Gwyddorau gwaed: codau galwedigaeth U?A, heb fflebotomyddion."},
            .rule = matches(Field::occupation_code, {"U?A"}) && is_not(Field::job_role, {"Phlebotomist"})};
}

Population phlebotomists() {
    return {.id = "phlebotomists",
            .version = "2023.1",
            .title = {"Phlebotomists", "Fflebotomyddion"},
            .definition = {"Phlebotomists: occupation codes U?A with the job role Phlebotomist.",
                           "Fflebotomyddion: codau galwedigaeth U?A gyda'r rôl swydd Phlebotomist."},
            .rule = matches(Field::occupation_code, {"U?A"}) && is(Field::job_role, {"Phlebotomist"})};
}

Population cellular() {
    return {.id = "cellular",
            .version = "2023.1",
            .title = {"Cellular sciences", "Gwyddorau cellog"},
            .definition = {"Cellular sciences: occupation codes U?C, cytoscreeners left out.",
                           "Gwyddorau cellog: codau galwedigaeth U?C, heb sytosgrinwyr."},
            .rule = matches(Field::occupation_code, {"U?C"}) && is_not(Field::job_role, {"Cytoscreener"})};
}

Population infection() {
    return {.id = "infection",
            .version = "2023.1",
            .title = {"Infection sciences", "Gwyddorau heintiau"},
            .definition = {"Infection sciences: occupation codes U?B.", "Gwyddorau heintiau: codau galwedigaeth U?B."},
            .rule = matches(Field::occupation_code, {"U?B"})};
}

Population cytoscreeners() {
    return {.id = "cytoscreeners",
            .version = "2023.1",
            .title = {"Cytoscreeners", "Sytosgrinwyr"},
            .definition = {"Cytoscreeners: occupation codes U?C with the job role Cytoscreener.",
                           "Sytosgrinwyr: codau galwedigaeth U?C gyda'r rôl swydd Cytoscreener."},
            .rule = matches(Field::occupation_code, {"U?C"}) && is(Field::job_role, {"Cytoscreener"})};
}

Population doctors() {
    return {.id = "doctors",
            .version = "2023.1",
            .title = {"Doctors in pathology", "Meddygon patholeg"},
            .definition = {"Doctors: staff group Medical and Dental with the occupation code of a pathology specialty "
                           "(071 to 078, 083, 086 to 088, 092, 046, 047, and the same with 1 in front).",
                           "Meddygon: grŵp staff Medical and Dental gyda chod galwedigaeth un o arbenigeddau patholeg "
                           "(071 i 078, 083, 086 i 088, 092, 046, 047, a'r un codau gydag 1 ar y blaen)."},
            .rule = doctors_in({"071", "072", "073", "074", "075", "076", "077", "078", "083", "086", "087", "088",
                                "092", "046", "047"})};
}

Population scientists() {
    return united("scientists", {"Scientific and support staff in pathology", "Staff gwyddonol a chymorth patholeg"},
                  {blood(), phlebotomists(), cellular(), infection(), cytoscreeners()});
}

Population workforce() {
    return united("workforce", {"Pathology workforce", "Gweithlu patholeg"}, {scientists(), doctors()});
}

}  // namespace quarterdeck::programmes::pathology_staff
