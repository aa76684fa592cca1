#include "imaging/imaging.h"

#include "common/appendix_table.h"
#include "common/england.h"
#include "common/key_figures.h"
#include "common/movement.h"
#include "common/plan.h"
#include "common/profiles.h"
#include "common/training.h"
#include "imaging/england.h"
#include "imaging/outlook.h"
#include "imaging/populations.h"
#include "imaging_actions.h"
#include "imaging_priorities.h"
#include "imaging_workstreams.h"

namespace quarterdeck::programmes {
namespace {

namespace staff = imaging_staff;

Metric diagnostic_radiology() {
    return appendix_table({
        .id = "diagnostic_radiology",
        .title = {"Diagnostic radiology workforce", "Gweithlu radioleg ddiagnostig"},
        .definition = {"Staff in post in diagnostic radiology at the snapshot date, by staff group and pay band or "
                       "grade.",
                       "Staff mewn swydd ym maes radioleg ddiagnostig ar ddyddiad y ciplun, yn ôl grŵp staff a band "
                       "cyflog neu radd."},
        .population = staff::workforce(),
        .groups = {{.id = "radiographers",
                    .label = {"Diagnostic Radiographers", "Radiograffyddion Diagnostig"},
                    .rows = bands(staff::radiographers())},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::doctors(), speciality_registrar())}},
    });
}

std::vector<Area> science_areas() {
    return {{{"Diagnostic Radiography", "Radiograffeg Ddiagnostig"}, staff::radiographers()}};
}

Metric doctors_by_age() {
    return age_profile_medical({
        .title = {"Age profile: doctors in radiology", "Proffil oedran: meddygon radioleg"},
        .population = staff::doctors(),
        .areas = {{{"Diagnostic Radiology", "Radioleg Ddiagnostig"}, staff::doctors()}},
    });
}

Metric radiographers_by_age() {
    return age_profile_science({
        .title = {"Age profile: diagnostic radiography", "Proffil oedran: radiograffeg ddiagnostig"},
        .population = staff::radiographers(),
        .areas = science_areas(),
    });
}

Metric radiographers_by_band() {
    return skill_mix({
        .title = {"Skill mix: diagnostic radiography", "Cymysgedd sgiliau: radiograffeg ddiagnostig"},
        .population = staff::radiographers(),
        .areas = science_areas(),
    });
}

Courses courses() {
    const Text radiography{"Diagnostic Radiography BSc", "BSc Radiograffeg Ddiagnostig"};
    const Text cardiff{"Cardiff University", "Prifysgol Caerdydd"};
    return {.field = {"imaging", "delweddu"},
            .courses = {{.id = "radiography_bangor",
                         .title = radiography,
                         .university = {"Bangor University", "Prifysgol Bangor"}},
                        {.id = "radiography_cardiff", .title = radiography, .university = cardiff},
                        {.id = "assistant_practitioner_cardiff",
                         .title = {"Radiology Assistant Practitioner HE Cert",
                                   "Tystysgrif AU Ymarferydd Cynorthwyol Radioleg"},
                         .university = cardiff}},
            .totals = {{.id = "radiography_total", .title = radiography, .university = {"Total", "Cyfanswm"}}},
            .notes = {{"The certificate lasts one year, so it has no second or third year. [x] also stands for a year "
                       "in which it didn't run.",
                       "Mae'r dystysgrif yn para blwyddyn, felly nid oes iddi ail na thrydedd flwyddyn. Mae [x] hefyd "
                       "yn dynodi blwyddyn pan na chynhaliwyd y cwrs."}}};
}

std::vector<Metric> metrics() {
    std::vector<Metric> all{
        key_figures(staff::workforce()),
        growth(staff::workforce()),
        movement(staff::workforce()),
        movement_fte(staff::workforce()),
        turnover(staff::workforce(), DoctorsInTraining::yes),
        diagnostic_radiology(),
        doctors_by_age(),
        radiographers_by_age(),
        radiographers_by_band(),
        commissioned_places(courses()),
        planned_output(courses()),
        cct_output("radiology", {"Radiology", "Radioleg"}),
        england_staff_in_post(imaging_england::pillars()),
    };
    for (Metric& metric : outlook_metrics(imaging_outlook::plan())) all.push_back(std::move(metric));
    return all;
}

}  // namespace

Programme imaging() {
    return {
        .id = "imaging",
        .version = "1.0.0",
        .title = {"Imaging", "Delweddu"},
        .metrics = metrics(),
        .actions = plan("I", {imaging_actions, imaging_priorities, imaging_workstreams}),
    };
}

}  // namespace quarterdeck::programmes
