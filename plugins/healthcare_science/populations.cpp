#include "healthcare_science/populations.h"

#include "common/staff.h"

namespace quarterdeck::programmes::healthcare_science_staff {
namespace {

/// Doctors known by their area of work; those whose code says clinical oncology or neurophysiology count there.
Rule doctors_working_in(const char* area) {
    return medical_staff() && is(Field::area_of_work, {area}) &&
           is_not(Field::occupation_code, {"026", "126", "014", "114"});
}

}  // namespace

Population therapeutic_radiographers() {
    return {.id = "therapeutic_radiographers",
            .version = "2023.1",
            .title = {"Therapeutic radiographers", "Radiograffyddion therapiwtig"},
            .definition = {"Therapeutic radiographers and their support staff: occupation codes S?G.",
                           "Radiograffyddion therapiwtig a'u staff cymorth: codau galwedigaeth S?G."},
            .rule = matches(Field::occupation_code, {"S?G"})};
}

Population oncologists() {
    return {
        .id = "oncologists",
        .version = "2023.1",
        .title = {"Doctors in radiotherapy", "Meddygon radiotherapi"},
        .definition = {"Doctors in radiotherapy: staff group Medical and Dental with the occupation code of clinical "
                       "oncology (026, 126).",
                       "Meddygon radiotherapi: grŵp staff Medical and Dental gyda chod galwedigaeth oncoleg "
                       "glinigol (026, 126)."},
        .rule = doctors_in({"026"})};
}

Population medical_physics() {
    return {.id = "medical_physics",
            .version = "2023.1",
            .title = {"Medical physics and medical illustration", "Ffiseg feddygol a darlunio meddygol"},
            .definition = {"Medical physics and medical illustration: occupation codes U?H.",
                           "Ffiseg feddygol a darlunio meddygol: codau galwedigaeth U?H."},
            .rule = matches(Field::occupation_code, {"U?H"})};
}

Population biomedical_engineering() {
    return {.id = "biomedical_engineering",
            .version = "2023.1",
            .title = {"Biomedical engineering", "Peirianneg fiofeddygol"},
            .definition = {"Biomedical engineering: occupation codes U?J.",
                           "Peirianneg fiofeddygol: codau galwedigaeth U?J."},
            .rule = matches(Field::occupation_code, {"U?J"})};
}

Population cardiac_respiratory_physiology() {
    return {.id = "cardiac_respiratory_physiology",
            .version = "2023.1",
            .title = {"Cardiac, vascular, respiratory and sleep scientists",
                      "Gwyddonwyr cardiaidd, fasgwlaidd, anadlol a chwsg"},
            .definition = {"Cardiac, vascular, respiratory and sleep scientists: occupation codes U?E outside the "
                           "staff group Medical and Dental.",
                           "Gwyddonwyr cardiaidd, fasgwlaidd, anadlol a chwsg: codau galwedigaeth U?E y tu allan i'r "
                           "grŵp staff Medical and Dental."},
            .rule = other_staff() && matches(Field::occupation_code, {"U?E"})};
}

Population cardiologists() {
    return {.id = "cardiologists",
            .version = "2023.1",
            .title = {"Doctors in cardiology", "Meddygon cardioleg"},
            .definition = {"Doctors in cardiology: staff group Medical and Dental with area of work Cardiology, unless "
                           "the occupation code says clinical oncology or neurophysiology.",
                           "Meddygon cardioleg: grŵp staff Medical and Dental gyda maes gwaith Cardiology, oni bai fod "
                           "y cod galwedigaeth yn dynodi oncoleg glinigol neu niwroffisioleg."},
            .rule = doctors_working_in("Cardiology")};
}

Population respiratory_physicians() {
    return {
        .id = "respiratory_physicians",
        .version = "2023.1",
        .title = {"Doctors in respiratory medicine", "Meddygon meddygaeth anadlol"},
        .definition = {"Doctors in respiratory medicine: staff group Medical and Dental with area of work "
                       "Respiratory Medicine, unless the occupation code says clinical oncology or neurophysiology.",
                       "Meddygon meddygaeth anadlol: grŵp staff Medical and Dental gyda maes gwaith Respiratory "
                       "Medicine, oni bai fod y cod galwedigaeth yn dynodi oncoleg glinigol neu niwroffisioleg."},
        .rule = doctors_working_in("Respiratory Medicine")};
}

Population neurophysiology() {
    return {.id = "neurophysiology",
            .version = "2023.1",
            .title = {"Neurophysiology scientists", "Gwyddonwyr niwroffisioleg"},
            .definition = {"Neurophysiology scientists: occupation codes U?F with area of work Neurophysiology, "
                           "outside the staff group Medical and Dental.",
                           "Gwyddonwyr niwroffisioleg: codau galwedigaeth U?F gyda maes gwaith Neurophysiology, y tu "
                           "allan i'r grŵp staff Medical and Dental."},
            .rule = other_staff() && matches(Field::occupation_code, {"U?F"}) &&
                    is(Field::area_of_work, {"Neurophysiology"})};
}

Population neurophysiologists() {
    return {.id = "neurophysiologists",
            .version = "2023.1",
            .title = {"Doctors in neurophysiology", "Meddygon niwroffisioleg"},
            .definition = {"Doctors in neurophysiology: staff group Medical and Dental with the occupation code of "
                           "clinical neurophysiology (014, 114).",
                           "Meddygon niwroffisioleg: grŵp staff Medical and Dental gyda chod galwedigaeth "
                           "niwroffisioleg glinigol (014, 114)."},
            .rule = doctors_in({"014"})};
}

Population audiology() {
    return {
        .id = "audiology",
        .version = "2023.1",
        .title = {"Audiology scientists", "Gwyddonwyr awdioleg"},
        .definition = {"Audiology scientists: occupation codes U?F with area of work Audiology, outside the staff "
                       "group Medical and Dental.",
                       "Gwyddonwyr awdioleg: codau galwedigaeth U?F gyda maes gwaith Audiology, y tu allan i'r grŵp "
                       "staff Medical and Dental."},
        .rule = other_staff() && matches(Field::occupation_code, {"U?F"}) && is(Field::area_of_work, {"Audiology"})};
}

Population ent_doctors() {
    return {.id = "ent_doctors",
            .version = "2023.1",
            .title = {"Doctors in ear, nose and throat", "Meddygon clust, trwyn a gwddf"},
            .definition = {"Doctors in ear, nose and throat: staff group Medical and Dental with area of work Ear Nose "
                           "and Throat, or with the occupation code of audio vestibular medicine (019, 119).",
                           "Meddygon clust, trwyn a gwddf: grŵp staff Medical and Dental gyda maes gwaith Ear Nose and "
                           "Throat, neu gyda chod galwedigaeth meddygaeth awdio-festibwlar (019, 119)."},
            .rule = (medical_staff() && is(Field::area_of_work, {"Ear Nose and Throat"})) || doctors_in({"019"})};
}

Population radiotherapy() {
    return united("radiotherapy", {"Radiotherapy workforce", "Gweithlu radiotherapi"},
                  {therapeutic_radiographers(), oncologists()});
}

Population physical_sciences() {
    return united("physical_sciences", {"Physical sciences workforce", "Gweithlu'r gwyddorau ffisegol"},
                  {medical_physics(), biomedical_engineering()});
}

Population cardiac_vascular_respiratory_sleep() {
    return united(
        "cardiac_vascular_respiratory_sleep",
        {"Cardiac, vascular, respiratory and sleep workforce", "Gweithlu cardiaidd, fasgwlaidd, anadlol a chwsg"},
        {cardiac_respiratory_physiology(), cardiologists(), respiratory_physicians()});
}

Population clinical_neurophysiology() {
    return united("clinical_neurophysiology", {"Neurophysiology workforce", "Gweithlu niwroffisioleg"},
                  {neurophysiology(), neurophysiologists()});
}

Population audiology_ent() {
    return united("audiology_ent",
                  {"Audiology and ear, nose and throat workforce", "Gweithlu awdioleg a chlust, trwyn a gwddf"},
                  {audiology(), ent_doctors()});
}

Population scientists() {
    return united("scientists",
                  {"Healthcare scientists and radiographers", "Gwyddonwyr gofal iechyd a radiograffyddion"},
                  {therapeutic_radiographers(), medical_physics(), biomedical_engineering(),
                   cardiac_respiratory_physiology(), neurophysiology(), audiology()});
}

Population doctors() {
    return united("doctors",
                  {"Doctors in physical and physiological sciences", "Meddygon y gwyddorau ffisegol a ffisiolegol"},
                  {oncologists(), cardiologists(), respiratory_physicians(), neurophysiologists()});
}

Population workforce() {
    return united("workforce", {"Healthcare science workforce", "Gweithlu gwyddor gofal iechyd"},
                  {radiotherapy(), physical_sciences(), cardiac_vascular_respiratory_sleep(),
                   clinical_neurophysiology(), audiology_ent()});
}

}  // namespace quarterdeck::programmes::healthcare_science_staff
