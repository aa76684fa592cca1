#include "healthcare_science/healthcare_science.h"

#include "common/england.h"
#include "common/key_figures.h"
#include "common/movement.h"
#include "common/plan.h"
#include "common/profiles.h"
#include "common/training.h"
#include "healthcare_science/england.h"
#include "healthcare_science/outlook.h"
#include "healthcare_science/populations.h"
#include "healthcare_science/tables.h"
#include "healthcare_science_actions.h"
#include "healthcare_science_framework.h"

namespace quarterdeck::programmes {
namespace {

namespace staff = healthcare_science_staff;
namespace tables = healthcare_science_tables;

std::vector<Area> medical_areas() {
    return {{{"Radiotherapy", "Radiotherapi"}, staff::oncologists()},
            {{"Cardiology", "Cardioleg"}, staff::cardiologists()},
            {{"Respiratory", "Anadlol"}, staff::respiratory_physicians()},
            {{"Neurophysiology", "Niwroffisioleg"}, staff::neurophysiologists()}};
}

std::vector<Area> science_areas() {
    return {
        {{"Therapeutic Radiography", "Radiograffeg Therapiwtig"}, staff::therapeutic_radiographers()},
        {{"Medical Physics & Medical Illustration", "Ffiseg Feddygol a Darlunio Meddygol"}, staff::medical_physics()},
        {{"Biomedical Engineering", "Peirianneg Fiofeddygol"}, staff::biomedical_engineering()},
        {{"Cardiac, Vascular, Respiratory and Sleep", "Cardiaidd, Fasgwlaidd, Anadlol a Chwsg"},
         staff::cardiac_respiratory_physiology()},
        {{"Neurophysiology", "Niwroffisioleg"}, staff::neurophysiology()},
        {{"Audiology", "Awdioleg"}, staff::audiology()}};
}

Metric doctors_by_age() {
    return age_profile_medical({
        .title = {"Age profile: doctors in physical and physiological sciences",
                  "Proffil oedran: meddygon y gwyddorau ffisegol a ffisiolegol"},
        .population = staff::doctors(),
        .areas = medical_areas(),
    });
}

Metric scientists_by_age() {
    return age_profile_science({
        .title = {"Age profile: physical and physiological sciences",
                  "Proffil oedran: gwyddorau ffisegol a ffisiolegol"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
}

Metric scientists_by_band() {
    return skill_mix({
        .title = {"Skill mix: physical and physiological sciences",
                  "Cymysgedd sgiliau: gwyddorau ffisegol a ffisiolegol"},
        .population = staff::scientists(),
        .areas = science_areas(),
    });
}

Courses courses() {
    const Text swansea{"Swansea University", "Prifysgol Abertawe"};
    const auto course = [&](const char* id, const char* english, const char* welsh) {
        return Course{.id = id, .title = {english, welsh}, .university = swansea};
    };
    return {
        .field = {"healthcare science", "gwyddor gofal iechyd"},
        .courses = {course("audiology_bsc", "Audiology BSc", "BSc Awdioleg"),
                    course("audiology_certificate", "Audiology HE Cert", "Tystysgrif AU Awdioleg"),
                    course("cardiac_physiology", "Cardiac Physiology BSc", "BSc Ffisioleg Gardiaidd"),
                    course("respiratory_sleep", "Respiratory and Sleep Science BSc", "BSc Gwyddor Anadlol a Chwsg"),
                    course("neurophysiology", "Neurophysiology BSc", "BSc Niwroffisioleg"),
                    course("clinical_engineering", "Clinical Engineering BSc", "BSc Peirianneg Glinigol"),
                    course("nuclear_medicine", "Nuclear Medicine BSc", "BSc Meddygaeth Niwclear"),
                    course("radiotherapy_physics", "Radiotherapy Physics BSc", "BSc Ffiseg Radiotherapi")},
        .notes = {{"Nuclear medicine and radiotherapy physics were one course until 2020-21 and are two since "
                   "2021-22.",
                   "Un cwrs oedd meddygaeth niwclear a ffiseg radiotherapi hyd at 2020-21, a dau gwrs ers 2021-22."},
                  {"[x]: the audiology certificate has no such year of study.",
                   "[x]: nid oes blwyddyn astudio o'r fath ar y dystysgrif awdioleg."}}};
}

std::vector<Metric> metrics() {
    std::vector<Metric> all{
        key_figures(staff::workforce()),
        growth(staff::workforce()),
        movement(staff::workforce()),
        movement_fte(staff::workforce()),
        turnover(staff::workforce(), DoctorsInTraining::yes),
        tables::radiotherapy(),
        tables::physical_sciences(),
        tables::cardiac_vascular_respiratory_sleep(),
        tables::neurophysiology(),
        tables::audiology_ent(),
        doctors_by_age(),
        scientists_by_age(),
        scientists_by_band(),
        commissioned_places(courses()),
        planned_output(courses()),
        england_staff_in_post(healthcare_science_england::pillars()),
    };
    for (Metric& metric : outlook_metrics(healthcare_science_outlook::plan())) all.push_back(std::move(metric));
    return all;
}

}  // namespace

Programme healthcare_science() {
    return {
        .id = "healthcare_science",
        .version = "1.0.0",
        .title = {"Healthcare science", "Gwyddor gofal iechyd"},
        .metrics = metrics(),
        .actions = plan("", {healthcare_science_actions, healthcare_science_framework}),
    };
}

}  // namespace quarterdeck::programmes
