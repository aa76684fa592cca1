#include "healthcare_science/tables.h"

#include "common/appendix_table.h"
#include "healthcare_science/populations.h"

namespace quarterdeck::programmes::healthcare_science_tables {

namespace staff = healthcare_science_staff;

Metric radiotherapy() {
    return appendix_table({
        .id = "radiotherapy",
        .title = {"Radiotherapy workforce", "Gweithlu radiotherapi"},
        .definition = {"Staff in post in radiotherapy at the snapshot date, by staff group and pay band or grade.",
                       "Staff mewn swydd ym maes radiotherapi ar ddyddiad y ciplun, yn ôl grŵp staff a band cyflog neu "
                       "radd."},
        .population = staff::radiotherapy(),
        .groups = {{.id = "radiographers",
                    .label = {"Therapeutic Radiographers", "Radiograffyddion Therapiwtig"},
                    .rows = bands(staff::therapeutic_radiographers())},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::oncologists(), speciality_registrar())}},
        .notes = {{"Consultants and registrars are counted from staff records. The appendix published for March 2023 "
                   "gives no figures for them.",
                   "Cyfrifir ymgynghorwyr a chofrestryddion o gofnodion staff. Nid yw'r atodiad a gyhoeddwyd ar gyfer "
                   "Mawrth 2023 yn rhoi ffigurau ar eu cyfer."}},
    });
}

Metric physical_sciences() {
    return appendix_table({
        .id = "physical_sciences",
        .title = {"Physical sciences workforce", "Gweithlu'r gwyddorau ffisegol"},
        .definition =
            {"Staff in post in the physical sciences at the snapshot date, by staff group and pay band.",
             "Staff mewn swydd yn y gwyddorau ffisegol ar ddyddiad y ciplun, yn ôl grŵp staff a band cyflog."},
        .population = staff::physical_sciences(),
        .groups = {{.id = "medical_physics",
                    .label = {"Healthcare Scientists – Medical Physics and Medical Illustration",
                              "Gwyddonwyr Gofal Iechyd – Ffiseg Feddygol a Darlunio Meddygol"},
                    .rows = bands(staff::medical_physics())},
                   {.id = "biomedical_engineering",
                    .label = {"Healthcare Scientists – Biomedical Engineering",
                              "Gwyddonwyr Gofal Iechyd – Peirianneg Fiofeddygol"},
                    .rows = bands(staff::biomedical_engineering())}},
    });
}

Metric cardiac_vascular_respiratory_sleep() {
    return appendix_table({
        .id = "cardiac_vascular_respiratory_sleep",
        .title = {"Cardiac, vascular, respiratory and sleep physiology workforce",
                  "Gweithlu ffisioleg gardiaidd, fasgwlaidd, anadlol a chwsg"},
        .definition =
            {"Staff in post in cardiac, vascular, respiratory and sleep physiology at the snapshot date, by "
             "staff group and pay band or grade.",
             "Staff mewn swydd ym maes ffisioleg gardiaidd, fasgwlaidd, anadlol a chwsg ar ddyddiad y ciplun, "
             "yn ôl grŵp staff a band cyflog neu radd."},
        .population = staff::cardiac_vascular_respiratory_sleep(),
        .groups = {{.id = "scientists",
                    .label = {"Healthcare Scientists – Cardiac, Vascular, Respiratory and Sleep Physiology",
                              "Gwyddonwyr Gofal Iechyd – Ffisioleg Gardiaidd, Fasgwlaidd, Anadlol a Chwsg"},
                    .rows = bands(staff::cardiac_respiratory_physiology())},
                   {.id = "cardiology",
                    .label = {"Medical - Cardiology", "Meddygol – Cardioleg"},
                    .rows = grades(staff::cardiologists(), speciality_registrar())},
                   {.id = "respiratory",
                    .label = {"Medical - Respiratory", "Meddygol – Anadlol"},
                    .rows = grades(staff::respiratory_physicians(), speciality_registrar())}},
    });
}

Metric neurophysiology() {
    return appendix_table({
        .id = "neurophysiology",
        .title = {"Neurophysiology workforce", "Gweithlu niwroffisioleg"},
        .definition = {"Staff in post in neurophysiology at the snapshot date, by staff group and pay band or grade.",
                       "Staff mewn swydd ym maes niwroffisioleg ar ddyddiad y ciplun, yn ôl grŵp staff a band cyflog "
                       "neu radd."},
        .population = staff::clinical_neurophysiology(),
        .groups = {{.id = "scientists",
                    .label = {"Healthcare Scientists - Neurophysiology", "Gwyddonwyr Gofal Iechyd – Niwroffisioleg"},
                    .rows = bands(staff::neurophysiology())},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::neurophysiologists(), speciality_registrar())}},
    });
}

Metric audiology_ent() {
    return appendix_table({
        .id = "audiology_ent",
        .title = {"Audiology and ear, nose and throat workforce", "Gweithlu awdioleg a chlust, trwyn a gwddf"},
        .definition =
            {"Staff in post in audiology and in ear, nose and throat at the snapshot date, by staff group and "
             "pay band or grade.",
             "Staff mewn swydd ym maes awdioleg ac ym maes clust, trwyn a gwddf ar ddyddiad y ciplun, yn ôl "
             "grŵp staff a band cyflog neu radd."},
        .population = staff::audiology_ent(),
        .groups = {{.id = "scientists",
                    .label = {"Healthcare Scientists - Audiology", "Gwyddonwyr Gofal Iechyd – Awdioleg"},
                    .rows = bands(staff::audiology())},
                   {.id = "medical",
                    .label = {"Medical", "Meddygol"},
                    .rows = grades(staff::ent_doctors(), speciality_registrar())}},
    });
}

}  // namespace quarterdeck::programmes::healthcare_science_tables
