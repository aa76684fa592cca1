#include "first_steps.h"

#include "quarterdeck/plugin.h"

using namespace quarterdeck;

Programme first_steps() {
    const Population nurses{
        .id = "endoscopy_nurses",
        .version = "2023.1",
        .title = {"Endoscopy nurses", "Nyrsys endosgopi"},
        .definition = {"Registered nurses whose area of work is Endoscopy.",
                       "Nyrsys cofrestredig y mae eu maes gwaith yn Endosgopi."},
        .rule = is(Field::area_of_work, {"Endoscopy"}) && is(Field::staff_group, {"Nursing and Midwifery Registered"}),
    };
    const Metric staff_in_post{
        .id = "staff_in_post",
        .title = {"Endoscopy nurses in post", "Nyrsys endosgopi mewn swydd"},
        .definition = {"Nurses with a counted assignment at the snapshot date.",
                       "Nyrsys ag aseiniad sy'n cyfrif ar ddyddiad y ciplun."},
        .unit = {"Headcount: people; FTE: full-time equivalents", "Nifer y staff: pobl; CALl: cyfwerth ag amser llawn"},
        .tags = {"first_steps"},
        .query = {.id = "staff",
                  .population = nurses,
                  .labels = {{"band", {"Pay band", "Band cyflog"}}},
                  .rows = {{.id = "band_5", .labels = {{"Band 5", "Band 5"}}, .where = is(Field::pay_band, {"Band 5"})},
                           {.id = "band_6", .labels = {{"Band 6", "Band 6"}}, .where = is(Field::pay_band, {"Band 6"})},
                           {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
                  .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y staff"}},
                               {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}},
        .formulas = {{.id = "fte_per_head",
                      .title = {"FTE per head", "CALl y pen"},
                      .of = "fte",
                      .over = "headcount",
                      .places = 2}},
    };
    return {
        .id = "first_steps", .version = "0.1.0", .title = {"First steps", "Camau cyntaf"}, .metrics = {staff_in_post}};
}

QUARTERDECK_PROGRAMME(first_steps)
