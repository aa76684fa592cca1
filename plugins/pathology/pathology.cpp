#include "pathology/pathology.h"

#include "common/appendix_table.h"
#include "common/england.h"
#include "common/key_figures.h"
#include "common/movement.h"
#include "common/plan.h"
#include "common/profiles.h"
#include "common/training.h"
#include "pathology/england.h"
#include "pathology/outlook.h"
#include "pathology/populations.h"
#include "pathology/spread.h"
#include "pathology_actions.h"

namespace quarterdeck::programmes {
namespace {

namespace staff = pathology_staff;

Metric workforce_table() {
    return appendix_table({
        .id = "workforce",
        .title = {"Pathology workforce", "Gweithlu patholeg"},
        .definition = {"Staff in post in pathology at the snapshot date, by staff group and pay band or grade.",
                       "Staff mewn swydd ym maes patholeg ar ddyddiad y ciplun, yn ôl grŵp staff a band cyflog neu "
                       "radd."},
        .population = staff::workforce(),
        .groups = {{.id = "blood",
                    .label = {"Healthcare Scientists – Blood", "Gwyddonwyr Gofal Iechyd – Gwaed"},
                    .rows = rows({bands(staff::blood()), non_afc(staff::blood()), whole(staff::phlebotomists())})},
                   {.id = "cellular",
                    .label = {"Healthcare Scientists – Cellular", "Gwyddonwyr Gofal Iechyd – Cellog"},
                    .rows = bands(staff::cellular())},
                   {.id = "infection",
                    .label = {"Healthcare Scientists – Infection", "Gwyddonwyr Gofal Iechyd – Heintiau"},
                    .rows = rows({bands(staff::infection()), whole(staff::cytoscreeners())})},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::doctors(), specialty_registrar())}},
        .notes =
            {{"Cytoscreeners are shown with infection sciences, as in the published appendix, though their "
              "occupation codes are those of cellular sciences.",
              "Dangosir sytosgrinwyr gyda gwyddorau heintiau, fel yn yr atodiad cyhoeddedig, er mai codau galwedigaeth "
              "gwyddorau cellog sydd ganddynt."}},
    });
}

std::vector<Area> science_areas() {
    return {{{"Blood Science (Minus Phlebotomy)", "Gwyddor Gwaed (heb Fflebotomi)"}, staff::blood()},
            {{"Phlebotomy", "Fflebotomi"}, staff::phlebotomists()},
            {{"Cellular Science", "Gwyddor Gellog"}, staff::cellular()},
            {{"Infection Science (Minus Cytopathology)", "Gwyddor Heintiau (heb Sytopatholeg)"}, staff::infection()},
            {{"Cytopathology", "Sytopatholeg"}, staff::cytoscreeners()}};
}

Metric doctors_by_age() {
    return age_profile_medical({
        .title = {"Age profile: doctors in pathology", "Proffil oedran: meddygon patholeg"},
        .population = staff::doctors(),
        .areas = {{{"Pathology", "Patholeg"}, staff::doctors()}},
    });
}

Metric scientists_by_age() {
    return age_profile_science({
        .title = {"Age profile: pathology science", "Proffil oedran: gwyddor patholeg"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
}

Metric scientists_by_band() {
    return skill_mix({
        .title = {"Skill mix: pathology science", "Cymysgedd sgiliau: gwyddor patholeg"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
}

Courses courses() {
    return {
        .field = {"biomedical science", "gwyddor fiofeddygol"},
        .courses = {{.id = "life_science_cardiff_met",
                     .title = {"Life Science BSc (Biomedical Sciences)", "BSc Gwyddor Bywyd (Gwyddorau Biofeddygol)"},
                     .university = {"Cardiff Met University", "Prifysgol Metropolitan Caerdydd"}}},
        .notes = {{"This course is only one of the ways into a graduate post.",
                   "Dim ond un o'r llwybrau i swydd i raddedigion yw'r cwrs hwn."}}};
}

std::vector<Metric> metrics() {
    std::vector<Metric> all{
        key_figures(staff::workforce()),
        growth(staff::workforce()),
        movement(staff::workforce()),
        movement_fte(staff::workforce()),
        turnover(staff::workforce(), DoctorsInTraining::yes),
        workforce_table(),
        doctors_by_age(),
        scientists_by_age(),
        scientists_by_band(),
        effective_organisations(staff::workforce()),
        commissioned_places(courses()),
        planned_output(courses()),
        cct_output("histopathology", {"Histopathology", "Histopatholeg"}),
        england_staff_in_post(pathology_england::pillars()),
    };
    for (Metric& metric : outlook_metrics(pathology_outlook::plan())) all.push_back(std::move(metric));
    return all;
}

}  // namespace

Programme pathology() {
    return {
        .id = "pathology",
        .version = "1.0.0",
        .title = {"Pathology", "Patholeg"},
        .metrics = metrics(),
        .actions = plan("P", {pathology_actions}),
    };
}

}  // namespace quarterdeck::programmes
