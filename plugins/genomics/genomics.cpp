#include "genomics/genomics.h"

#include "common/appendix_table.h"
#include "common/england.h"
#include "common/key_figures.h"
#include "common/movement.h"
#include "common/plan.h"
#include "common/profiles.h"
#include "genomics/england.h"
#include "genomics/outlook.h"
#include "genomics/populations.h"
#include "genomics_actions.h"

namespace quarterdeck::programmes {
namespace {

namespace staff = genomics_staff;

Metric workforce_table() {
    return appendix_table({
        .id = "workforce",
        .title = {"Genomics workforce", "Gweithlu genomeg"},
        .definition = {"Staff in post in genomics at the snapshot date, by staff group and pay band or grade.",
                       "Staff mewn swydd ym maes genomeg ar ddyddiad y ciplun, yn ôl grŵp staff a band cyflog neu "
                       "radd."},
        .population = staff::workforce(),
        .groups = {{.id = "genomics",
                    .label = {"Healthcare Scientists – Genomics", "Gwyddonwyr Gofal Iechyd – Genomeg"},
                    .rows = rows({bands(staff::genomics()), non_afc(staff::genomics())})},
                   {.id = "counsellors",
                    .label = {"Counsellors- Genomics", "Cwnselwyr – Genomeg"},
                    .rows = bands(staff::counsellors())},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::doctors(), specialty_registrar())}},
    });
}

std::vector<Area> science_areas() {
    return {{{"Genomics", "Genomeg"}, staff::genomics()},
            {{"Genomic Counsellors", "Cwnselwyr Genomig"}, staff::counsellors()}};
}

Metric doctors_by_age() {
    return age_profile_medical({
        .title = {"Age profile: doctors in genomics", "Proffil oedran: meddygon genomeg"},
        .population = staff::doctors(),
        .areas = {{{"Genomics", "Genomeg"}, staff::doctors()}},
    });
}

Metric scientists_by_age() {
    return age_profile_science({
        .title = {"Age profile: genomics science", "Proffil oedran: gwyddor genomeg"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
}

Metric scientists_by_band() {
    return skill_mix({
        .title = {"Skill mix: genomics science", "Cymysgedd sgiliau: gwyddor genomeg"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
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
        england_staff_in_post(genomics_england::pillars()),
    };
    for (Metric& metric : outlook_metrics(genomics_outlook::plan())) all.push_back(std::move(metric));
    return all;
}

}  // namespace

Programme genomics() {
    return {
        .id = "genomics",
        .version = "1.0.0",
        .title = {"Genomics", "Genomeg"},
        .metrics = metrics(),
        .actions = plan("G", {genomics_actions}),
    };
}

}  // namespace quarterdeck::programmes
