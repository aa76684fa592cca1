#include "healthcare_science/outlook.h"

#include "healthcare_science/populations.h"

namespace quarterdeck::programmes::healthcare_science_outlook {
namespace {

namespace staff = healthcare_science_staff;

}  // namespace

OutlookPlan plan() {
    const Text title{"Healthcare science", "Gwyddor gofal iechyd"};
    const std::vector<OutlookGroup> groups{
        registered(staff::scientists(), {"Scientists and radiographers", "Gwyddonwyr a radiograffyddion"}),
        support(staff::scientists(), {"Support staff", "Staff cymorth"}),
        trained_doctors(staff::doctors(), {"Doctors", "Meddygon"})};
    return {
        .programme = "healthcare_science",
        .title = title,
        .staff = outlook_staff(title, groups, {staff::scientists(), staff::doctors()}),
        .groups = groups,
        .courses =
            OutlookCourses{.names = {"Audiology BSc", "Cardiac Physiology BSc", "Respiratory and Sleep Science BSc",
                                     "Neurophysiology BSc", "Clinical Engineering BSc", "Nuclear Medicine BSc",
                                     "Radiotherapy Physics BSc"},
                           .group = 0},
        .assumptions = outlook_assumptions({attrition_of(
            4'200, 11'900, 20'400,
            {"Of 193 students of the five courses whose years can be followed (not Nuclear Medicine and Radiotherapy "
             "Physics, which were one course before), 170 went on to the next year.",
             "O 193 o fyfyrwyr y pum cwrs y gellir dilyn eu blynyddoedd (nid Meddygaeth Niwclear a Ffiseg "
             "Radiotherapi, a "
             "oedd yn un cwrs gynt), aeth 170 ymlaen i'r flwyddyn nesaf."})}),
        .notes = {
            {"Courses: the seven BSc courses commissioned from Swansea University. Completed medical training isn't "
             "published for these specialties, so doctors join by recruitment alone.",
             "Cyrsiau: y saith cwrs BSc a gomisiynwyd gan Brifysgol Abertawe. Ni chyhoeddir hyfforddiant meddygol a "
             "gwblheir ar gyfer yr arbenigeddau hyn, felly dim ond drwy recriwtio y mae meddygon yn ymuno."}}};
}

}  // namespace quarterdeck::programmes::healthcare_science_outlook
