#include "new_programme.h"

#include "actions_csv.h"
#include "quarterdeck/actions_csv.h"
#include "quarterdeck/plugin.h"

using namespace quarterdeck;

namespace {

// Whom the programme means. Change the version with every change of the rule: reports print both.
Population workforce() {
    return {
        .id = "new_programme_staff",
        .version = "1",
        .title = {"New programme: staff", "Rhaglen newydd: staff"},
        .definition = {"Staff whose area of work is New programme.", "Staff y mae eu maes gwaith yn New programme."},
        .rule = is(Field::area_of_work, {"New programme"}),
    };
}

Row bands(std::string id, std::string english, std::string welsh, std::vector<std::string> groups) {
    return {.id = std::move(id),
            .labels = {{std::move(english), std::move(welsh)}},
            .where = is(Field::band_group, std::move(groups))};
}

Metric staff_in_post() {
    return {
        .id = "staff_in_post",
        .title = {"New programme: staff in post", "Rhaglen newydd: staff mewn swydd"},
        .definition = {"People with a counted assignment at the snapshot date. Each counts once in each row.",
                       "Pobl sydd ag aseiniad sy'n cyfrif ar ddyddiad y ciplun. Mae pob un yn cyfrif unwaith ym mhob "
                       "rhes."},
        .unit = {"Headcount: people. FTE: full-time equivalents.",
                 "Nifer y staff: pobl. CALl: cyfwerth ag amser "
                 "llawn."},
        .tags = {"new_programme"},
        .query = {.id = "staff",
                  .population = workforce(),
                  .labels = {{"band", {"Pay band", "Band cyflog"}}},
                  .rows = {bands("band_2_4", "Band 2-4", "Band 2-4", {"Band 2-4"}),
                           bands("band_5_6", "Band 5-6", "Band 5-6", {"Band 5-6"}),
                           bands("band_7_9", "Band 7 and above", "Band 7 ac uwch", {"Band 7/8a/8b", "Band 8c/8d/9"}),
                           {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
                  .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y staff"}},
                               {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}},
        .formulas = {{.id = "fte_per_head",
                      .title = {"FTE per head", "CALl y pen"},
                      .of = "fte",
                      .over = "headcount",
                      .places = 2}},
    };
}

}  // namespace

Programme new_programme_plugin() {
    return {
        .id = "new_programme",
        .version = "0.1.0",
        .title = {"New programme", "Rhaglen newydd"},
        .metrics = {staff_in_post()},
        .actions = read_actions(actions_csv),
    };
}

QUARTERDECK_PROGRAMME(new_programme_plugin)
