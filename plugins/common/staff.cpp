#include "common/staff.h"

#include <algorithm>
#include <utility>

namespace quarterdeck::programmes {

Text joined(const Text& first, const Text& second) {
    return {first.en + " " + second.en, first.cy + " " + second.cy};
}

Rule medical_staff() {
    return is(Field::staff_group, {"Medical and Dental"});
}

Rule other_staff() {
    return is_not(Field::staff_group, {"Medical and Dental"});
}

Rule doctors_in(const std::vector<std::string>& occupation_codes) {
    std::vector<std::string> codes = occupation_codes;
    for (const std::string& code : occupation_codes) codes.push_back("1" + code.substr(1));
    return medical_staff() && is(Field::occupation_code, std::move(codes));
}

Population united(std::string id, Text title, const std::vector<Population>& parts) {
    Population whole = parts.front();
    for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        whole.version = std::max(whole.version, part->version);
        whole.definition = joined(whole.definition, part->definition);
        whole.rule = whole.rule || part->rule;
    }
    whole.id = std::move(id);
    whole.title = std::move(title);
    return whole;
}

Query one_row(std::string id, const Population& workforce, std::vector<Measure> measures) {
    return {.id = std::move(id),
            .population = workforce,
            .labels = {{"workforce", {"Workforce", "Gweithlu"}}},
            .rows = {{.id = workforce.id, .labels = {workforce.title}}},
            .measures = std::move(measures)};
}

Measure headcount() {
    return {.id = "headcount", .title = {"Headcount", "Nifer y staff"}};
}

Measure fte() {
    return {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte};
}

Measure male() {
    return {.id = "male", .title = {"Male", "Gwryw"}, .where = is(Field::gender, {"Male"})};
}

Measure female() {
    return {.id = "female", .title = {"Female", "Benyw"}, .where = is(Field::gender, {"Female"})};
}

Measure over_55() {
    return {.id = "over_55",
            .title = {"Over 55 (56 and over)", "Dros 55 (56 oed a throsodd)"},
            .where = is(Field::age_band, {"56 and over"})};
}

Formula fte_per_head() {
    return {.id = "fte_per_head",
            .title = {"FTE per head", "CALl y pen"},
            .kind = Formula::Kind::ratio,
            .of = "fte",
            .over = "headcount",
            .places = 2};
}

Formula share_of_headcount(const Measure& part) {
    return {.id = part.id + "_percent",
            .title = {part.title.en + ", share", part.title.cy + ", cyfran"},
            .kind = Formula::Kind::percentage,
            .of = part.id,
            .over = "headcount"};
}

Text counting_rule() {
    return {
        "Headcount counts each person once in every row, totals included, so rows need not add up to a total. FTE is "
        "contracted full-time equivalents, summed over assignments. Bank and honorary assignments are left out.",
        "Mae nifer y staff yn cyfrif pob person unwaith ym mhob rhes, gan gynnwys y cyfansymiau, felly nid yw'r "
        "rhesi o reidrwydd yn adio i'r cyfanswm. CALl yw'r oriau contract cyfwerth ag amser llawn, wedi'u hadio "
        "dros aseiniadau. Nid yw aseiniadau banc na rhai er anrhydedd wedi'u cynnwys."};
}

}  // namespace quarterdeck::programmes
