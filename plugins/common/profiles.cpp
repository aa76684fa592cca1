#include "common/profiles.h"

#include <utility>

#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

/// One part that staff divide into: a column of shares and the count it rests on.
struct Class {
    std::string id;
    Text title;
    Rule where;
};

std::vector<Class> age_bands() {
    const auto aged = [](const char* band) { return is(Field::age_band, {band}); };
    return {{"age_25_and_under", {"25 and under", "25 oed ac iau"}, aged("25 and under")},
            {"age_26_35", {"26 to 35", "26 i 35"}, aged("26-35")},
            {"age_36_45", {"36 to 45", "36 i 45"}, aged("36-45")},
            {"age_46_55", {"46 to 55", "46 i 55"}, aged("46-55")},
            {"age_56_and_over", {"56 and over", "56 oed a throsodd"}, aged("56 and over")}};
}

std::vector<Class> band_groups() {
    const auto paid = [](const char* group) { return is(Field::band_group, {group}); };
    return {{"band_2_4", {"Bands 2 to 4", "Bandiau 2 i 4"}, paid("Band 2-4")},
            {"band_5_6", {"Bands 5 and 6", "Bandiau 5 a 6"}, paid("Band 5-6")},
            {"band_7_8b", {"Bands 7, 8a and 8b", "Bandiau 7, 8a ac 8b"}, paid("Band 7/8a/8b")},
            {"band_8c_9", {"Bands 8c, 8d and 9", "Bandiau 8c, 8d a 9"}, paid("Band 8c/8d/9")}};
}

std::vector<Row> area_rows(const std::vector<Area>& areas) {
    std::vector<Row> rows;
    rows.reserve(areas.size());
    for (const Area& area : areas)
        rows.push_back({.id = area.staff.id, .labels = {area.label}, .where = area.staff.rule});
    return rows;
}

/// A table of shares: `headcount`, then each class in per cent of it. The classes' counts are measured, not shown.
Metric shares(const std::string& id, const Profile& profile, const std::vector<Class>& classes, const Text& definition,
              Text chart_description) {
    Metric metric{
        .id = id,
        .title = profile.title,
        .definition = joined(definition, counting_rule()),
        .unit = {"Headcount: people. Shares: per cent of the area's headcount.",
                 "Nifer y staff: pobl. Cyfrannau: canran o nifer staff y maes."},
        .tags = {id},
        .query = {.id = id,
                  .population = profile.population,
                  .labels = {{"area", {"Area", "Maes"}}},
                  .rows = area_rows(profile.areas),
                  .measures = {headcount()}},
        .columns = {"headcount"},
        .chart = Chart{.title = profile.title, .description = std::move(chart_description)},
        .notes = profile.notes,
    };
    for (const Class& part : classes) {
        const std::string count = part.id + "_headcount";
        const Text count_title{part.title.en + ", headcount", part.title.cy + ", nifer y staff"};
        metric.query.measures.push_back({.id = count, .title = count_title, .where = part.where});
        metric.formulas.push_back(
            {.id = part.id, .title = part.title, .kind = Formula::Kind::percentage, .of = count, .over = "headcount"});
        metric.columns.push_back(part.id);
        metric.chart->series.push_back(part.id);
    }
    return metric;
}

Metric age_profile(const std::string& id, const Profile& profile) {
    return shares(
        id, profile, age_bands(),
        {"Staff in post at the snapshot date by age in completed years on that date, as shares of each area's "
         "headcount. People whose age isn't known count in the headcount only.",
         "Staff mewn swydd ar ddyddiad y ciplun yn ôl oedran mewn blynyddoedd llawn ar y dyddiad hwnnw, fel "
         "cyfrannau o nifer staff pob maes. Dim ond yn nifer y staff y cyfrifir pobl nad yw eu hoedran yn "
         "hysbys."},
        {"One bar for each area. Its parts are the shares of the headcount in five age bands, youngest first.",
         "Un bar ar gyfer pob maes. Ei rannau yw cyfrannau nifer y staff mewn pum band oedran, yr ieuengaf "
         "yn gyntaf."});
}

}  // namespace

Metric age_profile_medical(const Profile& profile) {
    return age_profile("age_profile_medical", profile);
}

Metric age_profile_science(const Profile& profile) {
    return age_profile("age_profile_science", profile);
}

Metric skill_mix(const Profile& profile) {
    return shares(
        "skill_mix", profile, band_groups(),
        {"Staff in post at the snapshot date by group of Agenda for Change pay bands, as shares of each area's "
         "headcount. Staff outside these bands count in the headcount only.",
         "Staff mewn swydd ar ddyddiad y ciplun yn ôl grŵp o fandiau cyflog yr Agenda ar gyfer Newid, fel "
         "cyfrannau o nifer staff pob maes. Dim ond yn nifer y staff y cyfrifir staff y tu allan i'r bandiau "
         "hyn."},
        {"One bar for each area. Its parts are the shares of the headcount in four groups of pay bands, "
         "lowest first.",
         "Un bar ar gyfer pob maes. Ei rannau yw cyfrannau nifer y staff mewn pedwar grŵp o fandiau cyflog, "
         "yr isaf yn gyntaf."});
}

}  // namespace quarterdeck::programmes
