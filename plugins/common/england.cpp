#include "common/england.h"

#include <optional>
#include <utility>

#include "quarterdeck/outlook/growth.h"

namespace quarterdeck::programmes {
namespace {

constexpr int first_year = 2017;
constexpr int middle_year = 2022;
constexpr int last_year = 2027;
constexpr int span = 5;
constexpr int growth_places = 1;

std::string year_id(int year) {
    return (year <= middle_year ? "observed_" : "projected_") + std::to_string(year);
}

/// A small picture a profession.
Chart chart() {
    Chart chart{.kind = Chart::Kind::line,
                .title = {"Diagnostics staff in post in England, by profession",
                          "Staff diagnosteg mewn swydd yn Lloegr, yn ôl proffesiwn"},
                .description = {"Staff in post in March 2017 to 2022 as a line, and as projected to 2027 dashed.",
                                "Staff mewn swydd ym mis Mawrth 2017 i 2022 fel llinell, a'r rhagamcanion hyd at 2027 "
                                "fel llinell doredig."}};
    for (int year = first_year; year <= last_year; ++year) chart.series.push_back(year_id(year));
    return chart;
}

Query staff_in_post(const std::vector<EnglandPillar>& pillars) {
    Query query{
        .id = "england_staff_in_post",
        .source = Source::published,
        .population = {.id = "england_staff_in_post",
                       .version = "2023.1",
                       .title = {"Diagnostics staff in post in England", "Staff diagnosteg mewn swydd yn Lloegr"},
                       .definition = {"NHS England's series of staff in post, observed and projected.",
                                      "Cyfres GIG Lloegr o staff mewn swydd, wedi'u harsylwi a'u rhagamcanu."},
                       .rule = is(Field::series, {"staff_in_post"})},
        .labels = {{"pillar", {"Pillar", "Piler"}}, {"profession", {"Profession", "Proffesiwn"}}}};
    for (const EnglandPillar& pillar : pillars)
        for (const Text& profession : pillar.professions)
            query.rows.push_back({.id = "profession_" + std::to_string(query.rows.size() + 1),
                                  .labels = {pillar.title, profession},
                                  .where = is(Field::subject, {profession.en})});
    for (int year = first_year; year <= last_year; ++year) {
        const std::string number = std::to_string(year);
        const Text kind = year <= middle_year
                              ? Text{"March " + number + ", observed", "Mawrth " + number + ", arsylwyd"}
                              : Text{"March " + number + ", projected", "Mawrth " + number + ", rhagamcan"};
        query.measures.push_back(
            {.id = year_id(year), .title = kind, .count = Count::value, .where = is(Field::year, {number})});
    }
    return query;
}

std::vector<Column> growth_columns() {
    const auto column = [](const char* id, Text title) {
        return Column{.id = id, .title = std::move(title), .places = growth_places, .percent = true};
    };
    return {column("growth_observed", {"Growth a year, 2017 to 2022", "Twf y flwyddyn, 2017 i 2022"}),
            column("growth_projected",
                   {"Projected growth a year, 2022 to 2027", "Twf rhagamcanol y flwyddyn, 2022 i 2027"}),
            column("growth_change", {"Change in growth, percentage points", "Newid yn y twf, pwyntiau canran"})};
}

/// The marker that a result takes over from its figures; nothing when all are there.
std::optional<Marker> marker_among(const std::vector<const Figure*>& figures) {
    for (const Figure* figure : figures)
        if (const auto* marker = std::get_if<Marker>(figure)) return *marker;
    return std::nullopt;
}

Figure or_not_applicable(const std::optional<Decimal>& figure) {
    return figure ? Figure(*figure) : Figure(Marker::not_applicable);
}

Figure growth(const Figure& from, const Figure& to) {
    if (const auto marker = marker_among({&from, &to})) return *marker;
    return or_not_applicable(
        outlook::annual_growth(std::get<Decimal>(from).units, std::get<Decimal>(to).units, span, growth_places));
}

Figure change(const Figure& from, const Figure& middle, const Figure& to) {
    if (const auto marker = marker_among({&from, &middle, &to})) return *marker;
    return or_not_applicable(outlook::growth_change(std::get<Decimal>(from).units, std::get<Decimal>(middle).units,
                                                    std::get<Decimal>(to).units, span, growth_places));
}

Table with_growth(Table table) {
    for (Column& column : growth_columns()) table.columns.push_back(std::move(column));
    for (TableRow& row : table.rows) {
        const Figure from = row.figures.at(0);
        const Figure middle = row.figures.at(middle_year - first_year);
        const Figure to = row.figures.at(last_year - first_year);
        row.figures.push_back(growth(from, middle));
        row.figures.push_back(growth(middle, to));
        row.figures.push_back(change(from, middle, to));
    }
    return table;
}

}  // namespace

Metric england_staff_in_post(const std::vector<EnglandPillar>& pillars) {
    return {
        .id = "england_staff_in_post",
        .title = {"Diagnostics staff in post in England", "Staff diagnosteg mewn swydd yn Lloegr"},
        .definition =
            {"Staff in post in England in March of each year, in full-time equivalents (NHS England calls them "
             "whole-time equivalents): observed to 2022, projected by NHS England from 2023 on. Growth a year is the "
             "compound rate over five years; the change is the projected rate less the observed one, before rounding. "
             "Rates are worked out here from staff in post as published, in whole numbers, so the rate of a small "
             "profession can differ from the one that NHS England printed. [x]: NHS England gives no figure.",
             "Staff mewn swydd yn Lloegr ym mis Mawrth bob blwyddyn, fel cyfwerth ag amser llawn: arsylwyd hyd at "
             "2022, "
             "a rhagamcanion GIG Lloegr o 2023 ymlaen. Y twf y flwyddyn yw'r gyfradd gyfansawdd dros bum mlynedd; y "
             "newid yw'r gyfradd ragamcanol heb y gyfradd a arsylwyd, cyn talgrynnu. Cyfrifir y cyfraddau yma o'r "
             "ffigurau staff mewn swydd a gyhoeddwyd, sy'n rhifau cyfan, felly gall cyfradd proffesiwn bach fod yn "
             "wahanol i'r un a argraffwyd gan GIG Lloegr. [x]: nid yw GIG Lloegr yn rhoi ffigur."},
        .unit = {"Full-time equivalents; growth in per cent a year",
                 "Cyfwerth ag amser llawn; twf fel canran y flwyddyn"},
        .tags = {"england_staff_in_post"},
        .chart = chart(),
        .notes = {{"NHS England, diagnostics staff in post March 2017 to March 2027. Nursing, support to nursing and "
                   "midwifery, and administrative staff are those of tertiary area of work codes, for the trend only.",
                   "GIG Lloegr, staff diagnosteg mewn swydd Mawrth 2017 i Fawrth 2027. Mae staff nyrsio, cymorth i "
                   "nyrsio a bydwreigiaeth, a staff gweinyddol yn rhai codau maes gwaith trydyddol, ar gyfer y duedd "
                   "yn unig."}},
        .needs = {staff_in_post(pillars)},
        .compute = [](const std::vector<Table>& answers) { return with_growth(answers.at(0)); },
    };
}

}  // namespace quarterdeck::programmes
