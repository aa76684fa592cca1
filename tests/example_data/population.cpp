#include "population.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "refusal.h"

namespace quarterdeck::example {

namespace {

constexpr std::string_view pathology = "Pathology";
constexpr std::string_view heart_and_lungs = "Cardiac, Vascular, Respiratory and Sleep Physiology";
constexpr std::string_view blood = "Healthcare Scientists – Blood";
constexpr std::string_view infection = "Healthcare Scientists – Infection";

constexpr std::array all{
    Population{pathology, blood, "", "science", "Blood Science (Minus Phlebotomy)", "SYN4101", Work::science, "A",
               "Clinical Biochemistry|Haematology|Blood Transfusion", Spread::blood},
    Population{pathology, blood, "Phlebotomists", "science", "Phlebotomy", "SYN4102", Work::phlebotomy, "A",
               "Phlebotomy", Spread::hospitals},
    Population{pathology, "Healthcare Scientists – Cellular", "", "science", "Celllular Science", "SYN4103",
               Work::science, "C", "Histopathology|Cytology", Spread::hospitals},
    Population{pathology, infection, "", "science", "Infection Science (Minus Cytopathology)", "SYN4104", Work::science,
               "B", "Microbiology|Virology", Spread::microbiology},
    Population{pathology, infection, "Cytoscreeners", "science", "Cytopathology", "SYN4105", Work::cytoscreening, "C",
               "Cytology", Spread::microbiology},
    Population{pathology, "Medical", "", "medical", "Pathology", "SYN4106", Work::pathology_doctor, "", "",
               Spread::hospitals},
    Population{"Genomics", "Healthcare Scientists – Genomics", "", "science", "Genomics", "SYN4201", Work::science,
               "DDDDK", "Genetics", Spread::genomics},
    Population{"Genomics", "Counsellors- Genomics", "", "science", "Genomic Counsellors", "SYN4202", Work::counselling,
               "D", "Genetics", Spread::genomics},
    Population{"Genomics", "Medical", "", "medical", "Genomics", "SYN4203", Work::genomics_doctor, "", "Genetics",
               Spread::genomics},
    Population{"Diagnostic Radiology", "Diagnostic Radiographers", "", "science", "Diagnostic Radiography", "SYN4301",
               Work::radiography, "", "Diagnostic Imaging", Spread::hospitals},
    Population{"Diagnostic Radiology", "Medical", "", "medical", "Diagnostic Radiology", "SYN4302",
               Work::radiology_doctor, "", "", Spread::hospitals},
    Population{"Radiotherapy", "Therapeutic Radiographers", "", "science", "Therapeutic Radiography", "SYN4401",
               Work::radiotherapy, "", "Radiotherapy", Spread::radiotherapy},
    Population{"Radiotherapy", "Medical", "", "medical", "Radiotherapy", "SYN4402", Work::oncology_doctor, "",
               "Clinical Oncology", Spread::radiotherapy},
    Population{"Physical Sciences", "Healthcare Scientists – Medical Physics and Medical Illustration", "", "science",
               "Medical Physics & Medical Illustration", "SYN4501", Work::science, "H",
               "Medical Physics|Medical Physics|Medical Physics|Medical Illustration", Spread::physics},
    Population{"Physical Sciences", "Healthcare Scientists – Biomedical Engineering", "", "science",
               "Biomedical Engineering", "SYN4502", Work::science, "J", "Biomedical Engineering", Spread::hospitals},
    Population{"Endoscopy", "Nursing - Endoscopy", "", "science", "Endoscopy Nurses", "SYN4601", Work::endoscopy, "",
               "Endoscopy", Spread::hospitals},
    Population{heart_and_lungs, "Healthcare Scientists – Cardiac, Vascular, Respiratory and Sleep Physiology", "",
               "science", "Cardiac, Vascular, Respiratory and Sleep", "SYN4701", Work::science, "E",
               "Cardiology|Cardiology|Respiratory Medicine", Spread::hospitals},
    Population{heart_and_lungs, "Medical - Cardiology", "", "medical", "Cardiology", "SYN4702", Work::cardiology_doctor,
               "", "Cardiology", Spread::hospitals},
    Population{heart_and_lungs, "Medical - Respiratory", "", "medical", "Respiratory", "SYN4703",
               Work::respiratory_doctor, "", "Respiratory Medicine", Spread::hospitals},
    Population{"Neurophysiology", "Healthcare Scientists - Neurophysiology", "", "science", "Neurophysiology",
               "SYN4801", Work::science, "F", "Neurophysiology", Spread::hospitals},
    Population{"Neurophysiology", "Medical", "", "medical", "Neurophysiology", "SYN4802", Work::neurophysiology_doctor,
               "", "Neurophysiology", Spread::hospitals},
    Population{"Audiology and ENT", "Healthcare Scientists - Audiology", "", "science", "Audiology", "SYN4901",
               Work::science, "F", "Audiology", Spread::hospitals},
    Population{"Audiology and ENT", "Medical", "", "medical", "", "SYN4902", Work::ent_doctor, "", "",
               Spread::hospitals},
    Population{"", "Nurses outside diagnostics", "", "", "", "SYN5101", Work::nursing, "",
               "Acute Medicine|General Surgery|Accident and Emergency|Community Services|Theatres", Spread::everywhere},
    Population{"", "Nursing support outside diagnostics", "", "", "", "SYN5102", Work::nursing_support, "",
               "Acute Medicine|General Surgery|Accident and Emergency|Community Services", Spread::everywhere},
    Population{"", "Clerical staff", "", "", "", "SYN5201", Work::clerical, "", "Administration", Spread::everywhere},
    Population{"", "Estates staff", "", "", "", "SYN5301", Work::estates, "", "Estates", Spread::everywhere},
    Population{"", "Doctors outside diagnostics", "", "", "", "SYN5401", Work::other_doctor, "", "", Spread::hospitals},
    Population{"", "Scientists outside the tables", "", "", "", "SYN5501", Work::science, "GLM",
               "Gastrointestinal Physiology|Urodynamics|Environmental Sciences", Spread::hospitals},
};

}  // namespace

std::span<const Population> populations() {
    return all;
}

std::size_t population_of(const PublishedRow& row) {
    const auto shows = [&](std::string_view band) {
        return std::ranges::find_if(all, [&](const Population& population) {
            return population.table == row.table && population.staff_group == row.staff_group &&
                   population.band == band;
        });
    };
    auto found = shows(row.band);
    if (found == all.end()) found = shows("");
    if (found == all.end() || row.table.empty())
        throw Refusal(
            fmt::format("appendix1_workforce.csv: the staff group \"{}\" of the table \"{}\" isn't one of the "
                        "appendix of March 2023. Use the published tables of that date.",
                        row.staff_group, row.table));
    return static_cast<std::size_t>(found - all.begin());
}

std::optional<std::size_t> population_of_area(std::string_view profile, std::string_view area) {
    const std::string_view wanted = profile.empty() ? "science" : profile;
    const auto* found = std::ranges::find_if(
        all, [&](const Population& population) { return population.profile == wanted && population.area == area; });
    if (found == all.end() || area.empty()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

std::size_t population_outside(Work work) {
    const auto* found = std::ranges::find_if(
        all, [&](const Population& population) { return population.table.empty() && population.work == work; });
    return static_cast<std::size_t>(found - all.begin());
}

std::string band_group_of(const PublishedRow& row) {
    if (row.band == "Phlebotomists") return "Band 2-4";
    if (row.band == "Cytoscreeners") return "";
    if (row.band == "Speciality Registrar") return "Specialty Registrar";
    return row.band;
}

}  // namespace quarterdeck::example
