#include <algorithm>
#include <utility>

#include "common/outlook/plan.h"
#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

GroupRow grade(const char* id, Text label, Rule where) {
    return {.id = id, .label = std::move(label), .where = std::move(where)};
}

}  // namespace

OutlookGroup registered(const Population& staff, Text label) {
    std::vector<GroupRow> all = bands(staff);
    all.pop_back();  // bands 2 to 4
    return {.id = staff.id + "_registered",
            .label = std::move(label),
            .where = staff.rule && is(Field::band_group, {"Band 8c/8d/9", "Band 7/8a/8b", "Band 5-6"}),
            .bands = std::move(all),
            .entry_band = 2};
}

OutlookGroup support(const Population& staff, Text label) {
    return {.id = staff.id + "_support",
            .label = std::move(label),
            .where = staff.rule && is(Field::band_group, {"Band 2-4"}),
            .bands = {bands(staff).back()}};
}

OutlookGroup trained_doctors(const Population& doctors, Text label) {
    const Rule trained = doctors.rule && is_not(Field::pay_band, {"Specialty Registrar", "Foundation Doctor"});
    const Rule consultant = is(Field::pay_band, {"Consultant"});
    const Rule other = is_not(Field::pay_band, {"Consultant"});
    return {.id = doctors.id + "_trained",
            .label = std::move(label),
            .where = trained,
            .bands = {grade("consultant", {"Consultant", "Ymgynghorydd"}, trained && consultant),
                      grade("other", {"Other", "Arall"}, trained && other)}};
}

Population outlook_staff(const Text& title, const std::vector<OutlookGroup>& groups,
                         const std::vector<Population>& of) {
    Population staff = united("outlook_staff", title, of);
    staff.definition =
        joined(staff.definition, {"Doctors in training and staff outside the pay bands shown are left out.",
                                  "Ni chynhwysir meddygon dan hyfforddiant na staff y tu allan i'r "
                                  "bandiau cyflog a ddangosir."});
    staff.rule = groups.front().where;
    for (auto group = groups.begin() + 1; group != groups.end(); ++group) staff.rule = staff.rule || group->where;
    return staff;
}

}  // namespace quarterdeck::programmes
