#include "pathology/outlook.h"

#include "pathology/populations.h"

namespace quarterdeck::programmes::pathology_outlook {
namespace {

namespace staff = pathology_staff;

}  // namespace

OutlookPlan plan() {
    const Text title{"Pathology", "Patholeg"};
    const std::vector<OutlookGroup> groups{
        registered(staff::scientists(), {"Scientists", "Gwyddonwyr"}),
        support(staff::scientists(), {"Support staff", "Staff cymorth"}),
        trained_doctors(staff::doctors(), {"Doctors in pathology", "Meddygon patholeg"})};
    return {
        .programme = "pathology",
        .title = title,
        .staff = outlook_staff(title, groups, {staff::scientists(), staff::doctors()}),
        .groups = groups,
        .courses = OutlookCourses{.names = {"Life Science BSc (Biomedical Sciences)"}, .group = 0},
        .specialty = OutlookSpecialty{.name = "Histopathology", .group = 2, .where_unknown = 2'400},
        .assumptions = outlook_assumptions(
            {attrition_of(0, 6'300, 14'300,
                          {"Of 95 students of biomedical sciences, 89 were in the next year.",
                           "O 95 o fyfyrwyr y gwyddorau biofeddygol, roedd 89 yn y flwyddyn nesaf."}),
             {.id = outlook::qualified_take_up,
              .low = 50'000,
              .central = 100'000,
              .high = 100'000,
              .source =
                  {"All trainees who completed histopathology training from August 2020 to July 2022 took consultant "
                   "posts in Wales (HEIW, strategic diagnostic workforce plan 2023-25). Low: half, as in "
                   "gastroenterology.",
                   "Cymerodd pob hyfforddai a gwblhaodd hyfforddiant histopatholeg o Awst 2020 i Orffennaf 2022 "
                   "swydd ymgynghorydd yng Nghymru (AaGIC, cynllun gweithlu diagnostig strategol 2023-25). Isel: "
                   "hanner, "
                   "fel mewn gastroenteroleg."}}}),
        .notes = {
            {"Courses: Life Science BSc (Biomedical Sciences), one of several ways into a graduate post. Completed "
             "training: histopathology; where a year's number isn't published, a fifth of the 12 trainees of the "
             "five years.",
             "Cyrsiau: BSc Gwyddor Bywyd (Gwyddorau Biofeddygol), un o sawl llwybr i swydd i raddedigion. "
             "Hyfforddiant a gwblheir: histopatholeg; lle na chyhoeddir nifer blwyddyn, pumed ran o'r 12 hyfforddai "
             "dros y pum mlynedd."}}};
}

}  // namespace quarterdeck::programmes::pathology_outlook
