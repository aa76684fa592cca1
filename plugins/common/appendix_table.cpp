#include "common/appendix_table.h"

#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

std::vector<Row> table_rows(const std::vector<StaffGroup>& groups) {
    std::vector<Row> rows;
    for (const StaffGroup& group : groups)
        for (const GroupRow& row : group.rows)
            rows.push_back({.id = group.id + "_" + row.id, .labels = {group.label, row.label}, .where = row.where});
    rows.push_back({.id = "total", .labels = {{"Total", "Cyfanswm"}, {"All", "Pob un"}}, .total = true});
    return rows;
}

GroupRow band_row(const Population& staff, const std::string& id, const std::string& group, const std::string& welsh) {
    return {.id = id, .label = {group, welsh}, .where = staff.rule && is(Field::band_group, {group})};
}

}  // namespace

std::vector<GroupRow> bands(const Population& staff) {
    return {band_row(staff, "band_8c_9", "Band 8c/8d/9", "Band 8c/8d/9"),
            band_row(staff, "band_7_8b", "Band 7/8a/8b", "Band 7/8a/8b"),
            band_row(staff, "band_5_6", "Band 5-6", "Band 5-6"), band_row(staff, "band_2_4", "Band 2-4", "Band 2-4")};
}

std::vector<GroupRow> non_afc(const Population& staff) {
    return {band_row(staff, "non_afc", "Non AfC", "Heb fod ar AfC")};
}

std::vector<GroupRow> whole(const Population& staff) {
    return {{.id = staff.id, .label = staff.title, .where = staff.rule}};
}

std::vector<GroupRow> grades(const Population& doctors, const Text& registrar) {
    const Rule consultants = is(Field::pay_band, {"Consultant"});
    const Rule registrars = is(Field::pay_band, {"Specialty Registrar"});
    const Rule others = is_not(Field::pay_band, {"Consultant", "Specialty Registrar"});
    return {{.id = "consultant", .label = {"Consultant", "Ymgynghorydd"}, .where = doctors.rule && consultants},
            {.id = "registrar", .label = registrar, .where = doctors.rule && registrars},
            {.id = "other", .label = {"Other", "Arall"}, .where = doctors.rule && others}};
}

std::vector<GroupRow> rows(const std::vector<std::vector<GroupRow>>& parts) {
    std::vector<GroupRow> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

Text specialty_registrar() {
    return {"Specialty Registrar", "Cofrestrydd Arbenigol"};
}

Text speciality_registrar() {
    return {"Speciality Registrar", "Cofrestrydd Arbenigol"};
}

Metric appendix_table(const AppendixTable& table) {
    return {
        .id = table.id,
        .title = table.title,
        .definition = joined(table.definition, counting_rule()),
        .unit = {"Headcount, male, female and over 55: people. FTE: full-time equivalents. FTE per head: FTE for each "
                 "person. Shares: per cent of headcount.",
                 "Nifer y staff, gwryw, benyw a thros 55: pobl. CALl: cyfwerth ag amser llawn. CALl y pen: CALl am bob "
                 "person. Cyfrannau: canran o nifer y staff."},
        .tags = {"appendix"},
        .query = {.id = table.id,
                  .population = table.population,
                  .labels = {{"staff_group", {"Staff group", "Grŵp staff"}}, {"band", {"Band", "Band"}}},
                  .rows = table_rows(table.groups),
                  .measures = {headcount(), fte(), male(), female(), over_55()}},
        .formulas = {fte_per_head(), share_of_headcount(male()), share_of_headcount(female()),
                     share_of_headcount(over_55())},
        .notes = table.notes,
    };
}

}  // namespace quarterdeck::programmes
