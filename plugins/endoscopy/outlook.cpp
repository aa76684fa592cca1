#include "endoscopy/outlook.h"

#include "endoscopy/populations.h"

namespace quarterdeck::programmes::endoscopy_outlook {
namespace {

namespace staff = endoscopy_staff;

}  // namespace

OutlookPlan plan() {
    const Text title{"Endoscopy", "Endosgopi"};
    const std::vector<OutlookGroup> groups{registered(staff::nurses(), {"Endoscopy nurses", "Nyrsys endosgopi"}),
                                           support(staff::nurses(), {"Nursing support staff", "Staff cymorth nyrsio"})};
    return {
        .programme = "endoscopy",
        .title = title,
        .staff = outlook_staff(title, groups, {staff::nurses()}),
        .groups = groups,
        .assumptions = outlook_assumptions(),
        .notes = {{"Nursing staff only. No course is commissioned for endoscopy nursing, and gastroenterologists are "
                   "not among "
                   "the programme's staff, so growth comes from recruitment alone.",
                   "Staff nyrsio yn unig. Ni chomisiynir cwrs ar gyfer nyrsio endosgopi, ac nid yw gastroenterolegwyr "
                   "ymhlith staff y rhaglen, felly daw twf o recriwtio yn unig."}}};
}

}  // namespace quarterdeck::programmes::endoscopy_outlook
