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
        .assumptions = outlook_assumptions(),
        .notes = {
            {"Courses: the seven BSc courses commissioned from Swansea University. Completed medical training isn't "
             "published for these specialties, so doctors join by recruitment alone.",
             "Cyrsiau: y saith cwrs BSc a gomisiynwyd gan Brifysgol Abertawe. Ni chyhoeddir hyfforddiant meddygol a "
             "gwblheir ar gyfer yr arbenigeddau hyn, felly dim ond drwy recriwtio y mae meddygon yn ymuno."}}};
}

}  // namespace quarterdeck::programmes::healthcare_science_outlook
