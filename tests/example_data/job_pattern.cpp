#include "job_pattern.h"

#include <array>

namespace quarterdeck::example {

namespace {

constexpr std::string_view scientists = "Healthcare Scientists";
constexpr std::string_view support = "Additional Clinical Services";
constexpr std::string_view allied = "Allied Health Professionals";
constexpr std::string_view professional = "Add Prof Scientific and Technic";
constexpr std::string_view nurses = "Nursing and Midwifery Registered";
constexpr std::string_view doctors = "Medical and Dental";
constexpr std::string_view clerks = "Administrative and Clerical";
constexpr std::string_view ancillary = "Estates and Ancillary";

constexpr std::string_view senior = "Band 8c/8d/9";
constexpr std::string_view advanced = "Band 7/8a/8b";
constexpr std::string_view qualified = "Band 5-6";
constexpr std::string_view assistant = "Band 2-4";
constexpr std::string_view consultant = "Consultant";
constexpr std::string_view registrar = "Specialty Registrar";
constexpr std::string_view other = "Other";

constexpr std::string_view associate_role = "Healthcare Science Associate";
constexpr std::string_view assistant_role = "Healthcare Science Assistant";
constexpr std::string_view practitioner = "Healthcare Science Practitioner";
constexpr std::string_view specialist_practitioner = "Specialist Healthcare Science Practitioner";
constexpr std::string_view biomedical = "Biomedical Scientist";
constexpr std::string_view scientist = "Healthcare Scientist";
constexpr std::string_view specialist = "Specialist Healthcare Scientist";
constexpr std::string_view consultant_scientist = "Consultant Healthcare Scientist";
constexpr std::string_view cytoscreener = "Cytoscreener";
constexpr std::string_view counsellor = "Genetic Counsellor";
constexpr std::string_view assistant_practitioner = "Assistant/Associate Practitioner";
constexpr std::string_view specialty_doctor = "Specialty Doctor";
constexpr std::string_view associate_specialist = "Associate Specialist";

using enum Work;

constexpr std::array science_patterns{
    JobPattern{science, senior, 3, scientists, "U0?", "Manager", "", ""},
    JobPattern{science, senior, 4, scientists, "UA?", consultant_scientist, "", ""},
    JobPattern{science, senior, 1, scientists, "UC?", consultant_scientist, "", ""},
    JobPattern{science, advanced, 4, scientists, "U1?", specialist, "", ""},
    JobPattern{science, advanced, 3, scientists, "U2?", scientist, "Band 7", ""},
    JobPattern{science, advanced, 4, scientists, "U3?", specialist_practitioner, "Band 7", ""},
    JobPattern{science, advanced, 5, scientists, "UD?", biomedical, "Band 7", ""},
    JobPattern{science, advanced, 1, scientists, "U0?", "Manager", "Band 8a|Band 8b", ""},
    JobPattern{science, qualified, 3, scientists, "U4?", practitioner, "", ""},
    JobPattern{science, qualified, 6, scientists, "UE?", biomedical, "Band 5|Band 5|Band 6", ""},
    JobPattern{science, qualified, 3, scientists, "UD?", biomedical, "Band 6", ""},
    JobPattern{science, assistant, 2, support, "U5?", associate_role, "Band 4", ""},
    JobPattern{science, assistant, 4, support, "U9?", assistant_role, "Band 2|Band 3|Band 3", ""},
    JobPattern{science, "Non AfC", 1, scientists, "U2?", scientist, "", ""},

    JobPattern{phlebotomy, assistant, 1, support, "U9?", "Phlebotomist", "Band 2|Band 2|Band 2|Band 3|Band 3|Band 4",
               ""},

    JobPattern{cytoscreening, senior, 1, scientists, "U0?", cytoscreener, "", ""},
    JobPattern{cytoscreening, advanced, 1, scientists, "U3?", cytoscreener, "", ""},
    JobPattern{cytoscreening, qualified, 1, scientists, "UE?", cytoscreener, "", ""},
    JobPattern{cytoscreening, assistant, 1, scientists, "U5?", cytoscreener, "Band 3|Band 4", ""},

    JobPattern{counselling, senior, 1, professional, "U0?", counsellor, "", ""},
    JobPattern{counselling, advanced, 1, professional, "U1?", counsellor, "", ""},
    JobPattern{counselling, qualified, 1, professional, "U4?", counsellor, "", ""},
    JobPattern{counselling, assistant, 1, professional, "U5?", counsellor, "", ""},
};

constexpr std::array radiography_patterns{
    JobPattern{radiography, senior, 2, allied, "S0F", "Radiographer - Diagnostic, Manager", "", ""},
    JobPattern{radiography, senior, 3, allied, "SAF", "Radiographer - Diagnostic, Consultant", "", ""},
    JobPattern{radiography, advanced, 6, allied, "S1F", "Radiographer - Diagnostic, Advanced Practitioner", "", ""},
    JobPattern{radiography, advanced, 4, allied, "S1F", "Radiographer - Diagnostic, Specialist Practitioner", "Band 7",
               ""},
    JobPattern{radiography, advanced, 1, allied, "S0F", "Radiographer - Diagnostic, Manager", "Band 8a|Band 8b", ""},
    JobPattern{radiography, qualified, 4, allied, "S1F", "Radiographer - Diagnostic", "Band 5|Band 6", ""},
    JobPattern{radiography, qualified, 1, allied, "S1F", "Radiographer - Diagnostic, Specialist Practitioner", "Band 6",
               ""},
    JobPattern{radiography, assistant, 1, support, "S5F", assistant_practitioner, "Band 4", ""},
    JobPattern{radiography, assistant, 3, support, "S9F", "Helper/Assistant", "Band 2|Band 3", ""},

    JobPattern{radiotherapy, senior, 1, allied, "S0G", "Radiographer - Therapeutic", "", ""},
    JobPattern{radiotherapy, advanced, 1, allied, "S1G", "Radiographer - Therapeutic, Specialist Practitioner", "", ""},
    JobPattern{radiotherapy, qualified, 1, allied, "S1G", "Radiographer - Therapeutic", "", ""},
    JobPattern{radiotherapy, assistant, 1, support, "S5G", assistant_practitioner, "Band 4", ""},
    JobPattern{radiotherapy, assistant, 1, support, "S9G", "Helper/Assistant", "Band 2|Band 3", ""},
};

constexpr std::array nursing_patterns{
    JobPattern{endoscopy, senior, 1, nurses, "N0A", "Nurse Manager", "", ""},
    JobPattern{endoscopy, advanced, 1, nurses, "N0A", "Nurse Manager", "", ""},
    JobPattern{endoscopy, advanced, 3, nurses, "N6A", "Specialist Nurse Practitioner", "Band 7|Band 8a", ""},
    JobPattern{endoscopy, qualified, 3, nurses, "N6A", "Staff Nurse", "Band 5", ""},
    JobPattern{endoscopy, qualified, 1, nurses, "N6A", "Sister/Charge Nurse", "Band 6", ""},
    JobPattern{endoscopy, assistant, 2, support, "H1A", "Health Care Support Worker", "Band 2|Band 3", ""},
    JobPattern{endoscopy, assistant, 1, support, "H2A", "Health Care Support Worker", "Band 2|Band 3", ""},
    JobPattern{endoscopy, assistant, 1, support, "NFA", assistant_practitioner, "Band 4", ""},

    JobPattern{nursing, advanced, 1, nurses, "NCA", "Nurse Manager", "", ""},
    JobPattern{nursing, advanced, 2, nurses, "N6A", "Specialist Nurse Practitioner", "Band 7", ""},
    JobPattern{nursing, qualified, 4, nurses, "N6A", "Staff Nurse", "Band 5", ""},
    JobPattern{nursing, qualified, 1, nurses, "N6A", "Sister/Charge Nurse", "Band 6", ""},

    JobPattern{nursing_support, assistant, 3, support, "H1A", "Health Care Support Worker", "Band 2|Band 3", ""},
    JobPattern{nursing_support, assistant, 1, support, "N9A", "Health Care Support Worker", "Band 2|Band 3", ""},
    JobPattern{nursing_support, assistant, 1, support, "NFA", assistant_practitioner, "Band 4", ""},

    JobPattern{clerical, assistant, 1, clerks, "", "Clerical Worker", "", ""},
    JobPattern{estates, assistant, 1, ancillary, "", "Support Worker", "Band 2|Band 3", ""},
};

/// A doctor of each grade in one specialty.
constexpr std::array<JobPattern, 4> grades(Work work, std::uint32_t weight, std::string_view code,
                                           std::string_view areas_of_work) {
    return {JobPattern{work, consultant, weight, doctors, code, consultant, "", areas_of_work},
            JobPattern{work, registrar, weight, doctors, code, registrar, "", areas_of_work},
            JobPattern{work, other, weight * 3, doctors, code, specialty_doctor, specialty_doctor, areas_of_work},
            JobPattern{work, other, weight, doctors, code, associate_specialist, associate_specialist, areas_of_work}};
}

constexpr std::array doctor_patterns{
    grades(pathology_doctor, 2, "072", "Chemical Pathology"),
    grades(pathology_doctor, 8, "073", "Haematology"),
    grades(pathology_doctor, 7, "074", "Histopathology"),
    grades(pathology_doctor, 4, "075", "Medical Microbiology"),
    grades(pathology_doctor, 1, "077", "Immunology"),
    grades(pathology_doctor, 1, "078", "Medical Virology"),
    grades(pathology_doctor, 1, "086", "Neuropathology"),
    grades(pathology_doctor, 1, "087", "Paediatric Pathology"),
    grades(genomics_doctor, 9, "020", ""),
    grades(genomics_doctor, 1, "120", ""),
    grades(radiology_doctor, 20, "080", "Clinical Radiology"),
    grades(radiology_doctor, 1, "016", "Nuclear Medicine"),
    grades(radiology_doctor, 1, "045", "Dental Radiology"),
    grades(oncology_doctor, 1, "026", ""),
    grades(cardiology_doctor, 1, "", ""),
    grades(respiratory_doctor, 1, "", ""),
    grades(neurophysiology_doctor, 1, "014", ""),
    grades(ent_doctor, 9, "", "Ear Nose and Throat"),
    grades(ent_doctor, 1, "019", "Audiovestibular Medicine"),
    grades(other_doctor, 1, "018", "Gastroenterology"),
    grades(other_doctor, 2, "021", "General Surgery"),
};

constexpr auto joined() {
    std::array<JobPattern, science_patterns.size() + radiography_patterns.size() + nursing_patterns.size() +
                               doctor_patterns.size() * 4>
        all{};
    std::size_t next = 0;
    for (const auto& pattern : science_patterns) all[next++] = pattern;
    for (const auto& pattern : radiography_patterns) all[next++] = pattern;
    for (const auto& pattern : nursing_patterns) all[next++] = pattern;
    for (const auto& specialty : doctor_patterns)
        for (const auto& pattern : specialty) all[next++] = pattern;
    return all;
}

constexpr auto all = joined();

}  // namespace

std::span<const JobPattern> job_patterns() {
    return all;
}

}  // namespace quarterdeck::example
