#include <gtest/gtest.h>

#include <map>

#include "programmes.h"
#include "query/evaluate.h"
#include "small_snapshot.h"

namespace quarterdeck::tests {
namespace {

/// A person's gender and age band.
struct Who {
    std::uint32_t number;
    const char* gender;
    const char* age_band;
};

Post post(const Who& who, std::int32_t fte_hundredths, Record fields) {
    fields[Field::gender] = who.gender;
    fields[Field::age_band] = who.age_band;
    return {who.number, fte_hundredths, std::move(fields)};
}

Record scientist(const char* code, const char* band, const char* role = "Biomedical Scientist", const char* area = "") {
    return {{Field::staff_group, "Healthcare Scientists"},
            {Field::occupation_code, code},
            {Field::job_role, role},
            {Field::pay_band, band},
            {Field::area_of_work, area}};
}

Record doctor(const char* code, const char* grade, const char* area = "") {
    return {{Field::staff_group, "Medical and Dental"},
            {Field::occupation_code, code},
            {Field::pay_band, grade},
            {Field::area_of_work, area}};
}

Record nurse(const char* group, const char* band, const char* area) {
    return {{Field::staff_group, group},
            {Field::occupation_code, "N6A"},
            {Field::pay_band, band},
            {Field::area_of_work, area}};
}

/// Rows that count anybody, as "headcount fte male female over_55" with FTE in hundredths.
std::map<std::string, std::string> counted(const std::string& programme, const std::string& id,
                                           const std::vector<Post>& posts) {
    const Metric& table = metric(programme, id);
    const query::Answer answer = query::evaluate({table.query}, small_input(posts), small_date).at(0);
    std::map<std::string, std::string> rows;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        if (answer.cell(row, 0).value == 0) continue;
        std::string figures;
        for (std::size_t measure = 0; measure < answer.measures.size(); ++measure) {
            const bool fte = answer.measures[measure].count == Count::fte;
            const std::int64_t value = answer.cell(row, measure).value / (fte ? 1000 : 1);
            figures += (measure == 0 ? "" : " ") + std::to_string(value);
        }
        rows[answer.rows[row].id] = figures;
    }
    return rows;
}

using Rows = std::map<std::string, std::string>;

TEST(PathologyTable, CountsPhlebotomistsAndCytoscreenersApartFromTheirBands) {
    const Who ann{1, "Female", "26-35"};
    const Who bea{2, "Female", "56 and over"};
    const Who cai{3, "Male", "46-55"};
    const Who dai{4, "Male", "56 and over"};
    const std::vector<Post> posts{
        post(ann, 100, scientist("UEA", "Band 6")),
        post(bea, 50, scientist("U9A", "Band 2", "Phlebotomist")),
        post(cai, 80, scientist("U9C", "Band 4", "Cytoscreener")),
        post(cai, 20, scientist("U9C", "Band 4", "Healthcare Science Assistant")),
        post(dai, 100, doctor("174", "Consultant")),
    };
    EXPECT_EQ(counted("pathology", "workforce", posts), (Rows{{"blood_band_5_6", "1 100 0 1 0"},
                                                              {"blood_phlebotomists", "1 50 0 1 1"},
                                                              {"cellular_band_2_4", "1 20 1 0 0"},
                                                              {"infection_cytoscreeners", "1 80 1 0 0"},
                                                              {"medical_consultant", "1 100 1 0 1"},
                                                              {"total", "4 350 2 2 2"}}));
}

TEST(GenomicsTable, CountsCounsellorsApartFromScientists) {
    const Who ann{1, "Female", "36-45"};
    const Who bea{2, "Female", "26-35"};
    const Who cai{3, "Male", "26-35"};
    const std::vector<Post> posts{
        post(ann, 60, scientist("U2D", "Band 8a", "Genetic Counsellor")),
        post(bea, 100, scientist("U2K", "Band 8b")),
        post(cai, 100, scientist("U9D", "Non AfC")),
        post(cai, 10, doctor("020", "Foundation Doctor")),
        post({4, "Male", "26-35"}, 100, doctor("074", "Consultant")),
    };
    EXPECT_EQ(counted("genomics", "workforce", posts), (Rows{{"counsellors_band_7_8b", "1 60 0 1 0"},
                                                             {"genomics_band_7_8b", "1 100 0 1 0"},
                                                             {"genomics_non_afc", "1 100 1 0 0"},
                                                             {"medical_other", "1 10 1 0 0"},
                                                             {"total", "3 270 1 2 0"}}));
}

TEST(DiagnosticRadiologyTable, LeavesRadiotherapyOut) {
    const Who ann{1, "Female", "56 and over"};
    const std::vector<Post> posts{
        post(ann, 75, scientist("S1F", "Band 7")),
        post({2, "Male", "26-35"}, 100, doctor("080", "Specialty Registrar")),
        post({3, "Male", "26-35"}, 100, scientist("S1G", "Band 7")),
        post({4, "Female", "26-35"}, 100, doctor("026", "Consultant")),
    };
    EXPECT_EQ(counted("imaging", "diagnostic_radiology", posts), (Rows{{"medical_registrar", "1 100 1 0 0"},
                                                                       {"radiographers_band_7_8b", "1 75 0 1 1"},
                                                                       {"total", "2 175 1 1 1"}}));
    EXPECT_EQ(counted("healthcare_science", "radiotherapy", posts), (Rows{{"medical_consultant", "1 100 0 1 0"},
                                                                          {"radiographers_band_7_8b", "1 100 1 0 0"},
                                                                          {"total", "2 200 1 1 0"}}));
}

TEST(EndoscopyTable, KnowsNursesByTheirAreaOfWork) {
    const std::vector<Post> posts{
        post({1, "Female", "46-55"}, 100, nurse("Nursing and Midwifery Registered", "Band 5", "Endoscopy")),
        post({2, "Male", "56 and over"}, 60, nurse("Additional Clinical Services", "Band 3", "Endoscopy")),
        post({3, "Female", "46-55"}, 100, nurse("Nursing and Midwifery Registered", "Band 5", "General Surgery")),
        post({4, "Female", "46-55"}, 100, doctor("018", "Consultant", "Endoscopy")),
    };
    EXPECT_EQ(
        counted("endoscopy", "nursing", posts),
        (Rows{{"nursing_band_2_4", "1 60 1 0 1"}, {"nursing_band_5_6", "1 100 0 1 0"}, {"total", "2 160 1 1 1"}}));
}

TEST(PhysiologyTables, TellNeurosensoryScientistsApartByTheirAreaOfWork) {
    const std::vector<Post> posts{
        post({1, "Female", "26-35"}, 100, scientist("U5F", "Band 6", "", "Audiology")),
        post({2, "Male", "26-35"}, 100, scientist("U5F", "Band 6", "", "Neurophysiology")),
        post({3, "Female", "46-55"}, 90, doctor("", "Consultant", "Ear Nose and Throat")),
        post({4, "Male", "56 and over"}, 100, doctor("119", "Consultant")),
        post({5, "Male", "56 and over"}, 100, doctor("014", "Consultant")),
        post({6, "Female", "36-45"}, 100, doctor("", "Specialty Doctor", "Cardiology")),
        post({7, "Female", "25 and under"}, 100, scientist("U9E", "Band 3")),
    };
    EXPECT_EQ(counted("healthcare_science", "audiology_ent", posts), (Rows{{"medical_consultant", "2 190 1 1 1"},
                                                                           {"scientists_band_5_6", "1 100 0 1 0"},
                                                                           {"total", "3 290 1 2 1"}}));
    EXPECT_EQ(counted("healthcare_science", "neurophysiology", posts), (Rows{{"medical_consultant", "1 100 1 0 1"},
                                                                             {"scientists_band_5_6", "1 100 1 0 0"},
                                                                             {"total", "2 200 2 0 1"}}));
    EXPECT_EQ(
        counted("healthcare_science", "cardiac_vascular_respiratory_sleep", posts),
        (Rows{{"cardiology_other", "1 100 0 1 0"}, {"scientists_band_2_4", "1 100 0 1 0"}, {"total", "2 200 0 2 0"}}));
}

TEST(SkillMixTable, CountsEachAreaAndItsBandGroups) {
    const std::vector<Post> posts{
        post({1, "Female", "26-35"}, 100, scientist("U1H", "Band 8c")),
        post({2, "Female", "26-35"}, 100, scientist("U5H", "Band 5")),
        post({3, "Male", "26-35"}, 100, scientist("U5H", "Non AfC")),
        post({4, "Male", "26-35"}, 100, scientist("U5J", "Band 4")),
    };
    // Headcount, then bands 2-4, 5-6, 7-8b, 8c-9. Staff outside Agenda for Change count in the headcount only.
    EXPECT_EQ(counted("healthcare_science", "skill_mix", posts),
              (Rows{{"biomedical_engineering", "1 1 0 0 0"}, {"medical_physics", "3 0 1 0 1"}}));
}

TEST(AgeProfileTable, PutsEachPersonIntoOneAgeBand) {
    const std::vector<Post> posts{
        post({1, "Female", "25 and under"}, 50, doctor("", "Specialty Registrar", "Cardiology")),
        post({1, "Female", "25 and under"}, 50, doctor("", "Specialty Registrar", "Cardiology")),
        post({2, "Female", "56 and over"}, 100, doctor("", "Consultant", "Respiratory Medicine")),
        post({3, "Female", "Unknown"}, 100, doctor("", "Consultant", "Respiratory Medicine")),
    };
    EXPECT_EQ(counted("healthcare_science", "age_profile_medical", posts),
              (Rows{{"cardiologists", "1 1 0 0 0 0"}, {"respiratory_physicians", "2 0 0 0 0 1"}}));
}

TEST(TrainingTables, AddUpTheCoursesOfSeveralUniversitiesAndLeaveGapsUnknown) {
    snapshot::Input input = small_input({});
    const auto places = [&](const char* course, const char* university, std::int64_t value, bool known = true) {
        input.training.push_back(
            {"commissioned_places", course, university, "2022-23", "1st year", value * 100'000, known});
    };
    places("Diagnostic Radiography BSc", "Bangor University", 33);
    places("Diagnostic Radiography BSc", "Cardiff University", 114);
    places("Radiology Assistant Practitioner HE Cert", "Cardiff University", 0, false);
    places("Audiology BSc", "Swansea University", 12);
    const Query& query = metric("imaging", "commissioned_places").query;
    const query::Answer answer = query::evaluate({query}, input, small_date).at(0);
    std::map<std::string, std::string> column;
    for (std::size_t measure = 0; measure < query.measures.size(); ++measure) {
        if (query.measures[measure].id != "places_2022_23_year_1") continue;
        for (std::size_t row = 0; row < answer.rows.size(); ++row) {
            const query::Cell& cell = answer.cell(row, measure);
            column[answer.rows[row].id] = cell.known ? std::to_string(cell.value / 100'000) : "[x]";
        }
    }
    EXPECT_EQ(column, (Rows{{"assistant_practitioner_cardiff", "[x]"},
                            {"radiography_bangor", "33"},
                            {"radiography_cardiff", "114"},
                            {"radiography_total", "147"}}));
}

}  // namespace
}  // namespace quarterdeck::tests
