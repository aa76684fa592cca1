#include "genomics/outlook.h"

#include "genomics/populations.h"

namespace quarterdeck::programmes::genomics_outlook {
namespace {

namespace staff = genomics_staff;

/// Scientists and support staff in their bands, and doctors not in training in one row.
OutlookGroup everybody() {
    OutlookGroup group = registered(staff::scientists(), {"Genomics staff", "Staff genomeg"});
    const OutlookGroup assistants = support(staff::scientists(), {});
    const OutlookGroup doctors = trained_doctors(staff::doctors(), {});
    group.id = "genomics_staff";
    group.where = group.where || assistants.where || doctors.where;
    group.bands.push_back(assistants.bands.front());
    group.bands.push_back({.id = "medical", .label = {"Medical", "Meddygol"}, .where = doctors.where});
    return group;
}

}  // namespace

OutlookPlan plan() {
    const Text title{"Genomics", "Genomeg"};
    const std::vector<OutlookGroup> groups{everybody()};
    return {
        .programme = "genomics",
        .title = title,
        .staff = outlook_staff(title, groups, {staff::scientists(), staff::doctors()}),
        .groups = groups,
        .assumptions = outlook_assumptions(),
        .notes = {{"One group, so that its counts by age can be shown. No commissioned course or completed training is "
                   "published "
                   "for it: growth comes from recruitment alone, which includes those from the Scientist Training "
                   "Programme.",
                   "Un grŵp, fel y gellir dangos ei gyfrifon yn ôl oedran. Ni chyhoeddir cwrs a gomisiynwyd na "
                   "hyfforddiant a gwblheir ar ei gyfer: daw twf o recriwtio yn unig, sy'n cynnwys y rhai o'r Rhaglen "
                   "Hyfforddi Gwyddonwyr."}}};
}

}  // namespace quarterdeck::programmes::genomics_outlook
