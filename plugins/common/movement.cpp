#include "common/movement.h"

#include <utility>

#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

constexpr int a_year = 12;

struct Kind {
    Movement movement;
    const char* id;
    Text title;
};

/// In the order of the table.
std::vector<Kind> came_kinds() {
    return {{Movement::joined, "joined", {"Joined", "Wedi ymuno"}},
            {Movement::returned, "returned", {"Returned to a counted status", "Wedi dychwelyd i statws a gyfrifir"}},
            {Movement::moved_in, "moved_in", {"Moved in", "Wedi symud i mewn"}},
            {Movement::recoded_in, "recoded_in", {"Recoded in", "Wedi'u hailgodio i mewn"}},
            {Movement::corrected, "corrected", {"Late entries", "Cofnodion hwyr"}}};
}

std::vector<Kind> went_kinds() {
    return {{Movement::left, "left", {"Left", "Wedi gadael"}},
            {Movement::uncounted, "uncounted", {"To an uncounted status", "I statws nas cyfrifir"}},
            {Movement::moved_out, "moved_out", {"Moved out", "Wedi symud allan"}},
            {Movement::recoded_out, "recoded_out", {"Recoded out", "Wedi'u hailgodio allan"}}};
}

std::vector<Kind> hours_kinds() {
    return {{Movement::more_hours, "more_hours", {"More hours", "Mwy o oriau"}},
            {Movement::fewer_hours, "fewer_hours", {"Fewer hours", "Llai o oriau"}}};
}

Measure counted(const Kind& kind, Count count, Rule where = everyone()) {
    return {.id = kind.id,
            .title = kind.title,
            .count = count,
            .where = std::move(where),
            .months_before = a_year,
            .movement = kind.movement};
}

/// Then, who came, who went, now.
std::vector<Measure> account(Count count) {
    const Text then{"A year earlier", "Flwyddyn ynghynt"};
    const Text now{"At the date", "Ar y dyddiad"};
    std::vector<Measure> measures{{.id = "earlier", .title = then, .count = count, .months_before = a_year}};
    for (const Kind& kind : came_kinds()) measures.push_back(counted(kind, count));
    for (const Kind& kind : went_kinds()) measures.push_back(counted(kind, count));
    if (count == Count::fte)
        for (const Kind& kind : hours_kinds()) measures.push_back(counted(kind, count));
    measures.push_back({.id = "now", .title = now, .count = count});
    return measures;
}

Text what_kinds_mean() {
    return {
        "People are followed by their national identifier (without one, by organisation and employee number), "
        "assignments by organisation and number. Recoded in: in the same assignment a year earlier, but with an "
        "occupation code, staff group, area of work or role that wasn't counted here. Moved in: in post then, in other "
        "assignments only. Returned: recorded then, but in no assignment that counts, for instance on a career break. "
        "Late entries: not recorded then, though employed then by their start date. Joined: not recorded then. Recoded "
        "out, moved out, to an uncounted status and left mean the reverse. Each person has one kind. The figure a year "
        "earlier, plus those who came, less those who went, is the figure at the date.",
        "Dilynir pobl yn ôl eu dynodydd cenedlaethol (heb un, yn ôl sefydliad a rhif cyflogai), ac aseiniadau yn ôl "
        "sefydliad a rhif. Wedi'u hailgodio i mewn: yn yr un aseiniad flwyddyn ynghynt, ond gyda chod galwedigaeth, "
        "grŵp staff, maes gwaith neu rôl na chyfrifid yma. Wedi symud i mewn: mewn swydd bryd hynny, ond mewn "
        "aseiniadau eraill yn unig. Wedi dychwelyd: ar y cofnodion bryd hynny, ond heb aseiniad a gyfrifir, er "
        "enghraifft "
        "ar seibiant gyrfa. Cofnodion hwyr: heb fod ar y cofnodion bryd hynny, er eu bod mewn cyflogaeth yn ôl eu "
        "dyddiad dechrau. Wedi ymuno: heb fod ar y cofnodion bryd hynny. Mae wedi'u hailgodio allan, wedi symud allan, "
        "i statws nas cyfrifir a wedi gadael yn golygu'r gwrthwyneb. Un categori sydd i bob person. Mae'r ffigur "
        "flwyddyn ynghynt, a'r rhai a ddaeth, heb y rhai a aeth, yn rhoi'r ffigur ar y dyddiad."};
}

Text what_fte_means() {
    return {
        "Those who came are counted with their FTE at the date, those who went with that a year earlier; more and "
        "fewer hours are the change in FTE here of people who are here at both dates.",
        "Cyfrifir y rhai a ddaeth yn ôl eu CALl ar y dyddiad, a'r rhai a aeth yn ôl eu CALl flwyddyn ynghynt; mwy a "
        "llai o oriau yw'r newid yng CALl yma y bobl sydd yma ar y ddau ddyddiad."};
}

/// The percentage that a measure is of the mean of the figures a year earlier and now.
Formula rate(const char* id, Text title, const char* of) {
    return {.id = id,
            .title = std::move(title),
            .kind = Formula::Kind::percentage,
            .of = of,
            .over = "earlier",
            .places = 1,
            .mean_with = "now"};
}

std::vector<Measure> turnover_measures(const Rule& where) {
    std::vector<Measure> measures{
        {.id = "earlier", .title = {"A year earlier", "Flwyddyn ynghynt"}, .where = where, .months_before = a_year},
        {.id = "now", .title = {"At the date", "Ar y dyddiad"}, .where = where}};
    const Kind stayed{Movement::stayed, "stayed", {"Stayed", "Wedi aros"}};
    for (const Kind& kind : {went_kinds()[0], went_kinds()[1], stayed})
        measures.push_back(counted(kind, Count::headcount, where));
    return measures;
}

}  // namespace

Metric movement(const Population& workforce) {
    return {
        .id = "movement",
        .title = {"Why headcount moved in a year: " + workforce.title.en,
                  "Pam y newidiodd nifer y staff mewn blwyddyn: " + workforce.title.cy},
        .definition = joined(what_kinds_mean(), counting_rule()),
        .unit = {"People", "Pobl"},
        .tags = {"movement"},
        .query = one_row("movement", workforce, account(Count::headcount)),
    };
}

Metric movement_fte(const Population& workforce) {
    return {
        .id = "movement_fte",
        .title = {"Why FTE moved in a year: " + workforce.title.en,
                  "Pam y newidiodd CALl mewn blwyddyn: " + workforce.title.cy},
        .definition = joined(joined(what_kinds_mean(), what_fte_means()), counting_rule()),
        .unit = {"Full-time equivalents", "Cyfwerth ag amser llawn"},
        .tags = {"movement_fte"},
        .query = one_row("movement_fte", workforce, account(Count::fte)),
    };
}

Metric turnover(const Population& workforce, DoctorsInTraining training) {
    const std::vector<std::string> grades{"Specialty Registrar", "Foundation Doctor"};
    const bool without = training == DoctorsInTraining::yes;
    std::vector<Measure> measures = turnover_measures(without ? is_not(Field::pay_band, grades) : everyone());
    if (without) {
        // Never shown: so that nobody finds out how many doctors in training left, by taking one table from the other.
        Measure rest = counted(went_kinds()[0], Count::headcount, is(Field::pay_band, grades));
        rest.id = "left_in_training";
        measures.push_back(std::move(rest));
    }
    return {
        .id = "turnover",
        .title = {"Leaver rate and stability: " + workforce.title.en,
                  "Cyfradd gadael a sefydlogrwydd: " + workforce.title.cy},
        .definition = joined(
            {"Leaver rate: people in this workforce a year earlier who are in no staff record of NHS Wales at the "
             "date, "
             "in per cent of the mean headcount of both dates. Those who went to a status that isn't counted are shown "
             "apart, in per cent of the same mean. Stability index: the share of those in this workforce a year "
             "earlier "
             "who are in it at the date. Doctors in training are left out.",
             "Cyfradd gadael: y bobl yn y gweithlu hwn flwyddyn ynghynt nad ydynt ar unrhyw gofnod staff GIG Cymru ar "
             "y "
             "dyddiad, fel canran o gymedr nifer y staff ar y ddau ddyddiad. Dangosir ar wahân y rhai a aeth i statws "
             "nas cyfrifir, fel canran o'r un cymedr. Mynegai sefydlogrwydd: y gyfran o'r rhai yn y gweithlu hwn "
             "flwyddyn ynghynt sydd ynddo ar y dyddiad. Ni chynhwysir meddygon dan hyfforddiant."},
            counting_rule()),
        .unit = {"Per cent", "Canran"},
        .tags = {"turnover"},
        .query = one_row("turnover", workforce, std::move(measures)),
        .formulas = {rate("leaver_rate", {"Leaver rate", "Cyfradd gadael"}, "left"),
                     rate("uncounted_rate", {"To an uncounted status", "I statws nas cyfrifir"}, "uncounted"),
                     {.id = "stability_index",
                      .title = {"Stability index", "Mynegai sefydlogrwydd"},
                      .kind = Formula::Kind::percentage,
                      .of = "stayed",
                      .over = "earlier",
                      .places = 1}},
        .columns = {"leaver_rate", "uncounted_rate", "stability_index"},
    };
}

}  // namespace quarterdeck::programmes
