#include "imaging/outlook.h"

#include "imaging/populations.h"

namespace quarterdeck::programmes::imaging_outlook {
namespace {

namespace staff = imaging_staff;

}  // namespace

OutlookPlan plan() {
    const Text title{"Imaging", "Delweddu"};
    const std::vector<OutlookGroup> groups{
        registered(staff::radiographers(), {"Radiographers", "Radiograffyddion"}),
        support(staff::radiographers(), {"Radiography support staff", "Staff cymorth radiograffeg"}),
        trained_doctors(staff::doctors(), {"Doctors in radiology", "Meddygon radioleg"})};
    return {
        .programme = "imaging",
        .title = title,
        .staff = outlook_staff(title, groups, {staff::radiographers(), staff::doctors()}),
        .groups = groups,
        .courses = OutlookCourses{.names = {"Diagnostic Radiography BSc"}, .group = 0},
        .specialty = OutlookSpecialty{.name = "Radiology", .group = 2},
        .assumptions = outlook_assumptions(
            {attrition_of(900, 8'200, 11'600,
                          {"Of 490 students of diagnostic radiography, 450 went on to the next year.",
                           "O 490 o fyfyrwyr radiograffeg ddiagnostig, aeth 450 ymlaen i'r flwyddyn nesaf."}),
             {.id = outlook::activity,
              .low = 4'000,
              .central = 5'500,
              .high = 9'000,
              .source =
                  {"4% to 7% a year: The King's Fund, Why do diagnostics matter? (2022), cited in HEIW's strategic "
                   "diagnostic workforce plan 2023-25. High: the 9% that Velindre forecasts for radiology in 2023/24 "
                   "(extract of its plan in the same document).",
                   "4% i 7% y flwyddyn: The King's Fund, Why do diagnostics matter? (2022), a ddyfynnir yng "
                   "nghynllun gweithlu diagnostig strategol AaGIC 2023-25. Uchel: y 9% y mae Felindre yn ei "
                   "ragweld ar gyfer radioleg yn 2023/24 (dyfyniad o'i gynllun yn yr un ddogfen)."}}}),
        .notes = {
            {"Courses: Diagnostic Radiography BSc. Completed training: radiology, as published for 2023 to 2027.",
             "Cyrsiau: BSc Radiograffeg Ddiagnostig. Hyfforddiant a gwblheir: radioleg, fel y cyhoeddwyd ar gyfer "
             "2023 i 2027."}}};
}

}  // namespace quarterdeck::programmes::imaging_outlook
