#include "common/key_figures.h"

#include <utility>

#include "common/staff.h"

namespace quarterdeck::programmes {
namespace {

Measure a_year_earlier(Measure measure) {
    measure.id += "_year_earlier";
    measure.title = {measure.title.en + ", a year earlier", measure.title.cy + ", flwyddyn ynghynt"};
    measure.months_before = 12;
    return measure;
}

Formula growth_of(const Measure& now, const Measure& then) {
    return {.id = now.id + "_growth",
            .title = {now.title.en + ", growth", now.title.cy + ", twf"},
            .kind = Formula::Kind::growth,
            .of = now.id,
            .over = then.id,
            .places = 1};
}

}  // namespace

Metric key_figures(const Population& workforce) {
    return {
        .id = "key_figures",
        .title = {"Key figures: " + workforce.title.en, "Ffigurau allweddol: " + workforce.title.cy},
        .definition = joined({"Staff in post at the snapshot date in all areas of the programme together.",
                              "Staff mewn swydd ar ddyddiad y ciplun ym mhob un o feysydd y rhaglen gyda'i gilydd."},
                             counting_rule()),
        .unit = {"Headcount: people. FTE: full-time equivalents. Shares: per cent of headcount.",
                 "Nifer y staff: pobl. CALl: cyfwerth ag amser llawn. Cyfrannau: canran o nifer y staff."},
        .tags = {"key_figures"},
        .query = one_row("key_figures", workforce, {headcount(), fte(), female(), over_55()}),
        .formulas = {fte_per_head(), share_of_headcount(female()), share_of_headcount(over_55())},
        .columns = {"headcount", "fte", "fte_per_head", "female_percent", "over_55_percent"},
    };
}

Metric growth(const Population& workforce) {
    const Measure people_then = a_year_earlier(headcount());
    const Measure fte_then = a_year_earlier(fte());
    return {
        .id = "growth",
        .title = {"Growth in a year: " + workforce.title.en, "Twf mewn blwyddyn: " + workforce.title.cy},
        .definition = joined({"Staff in post at the snapshot date and twelve months before it, and the change between "
                              "them in per cent of the earlier figure.",
                              "Staff mewn swydd ar ddyddiad y ciplun a deuddeg mis cyn hynny, a'r newid rhyngddynt fel "
                              "canran o'r ffigur cynharach."},
                             counting_rule()),
        .unit = {"Headcount: people. FTE: full-time equivalents. Growth: per cent.",
                 "Nifer y staff: pobl. CALl: cyfwerth ag amser llawn. Twf: canran."},
        .tags = {"growth"},
        .query = one_row("growth", workforce, {headcount(), people_then, fte(), fte_then}),
        .formulas = {growth_of(headcount(), people_then), growth_of(fte(), fte_then)},
    };
}

}  // namespace quarterdeck::programmes
