#include "quarterdeck/plugin.h"

namespace {

using namespace quarterdeck;

Query staff_by_area() {
    return {.id = "staff",
            .population = {.id = "everyone",
                           .version = "2023.1",
                           .title = {"All staff", "Pob aelod o staff"},
                           .definition = {"Every counted assignment", "Pob aseiniad sy'n cyfrif"}},
            .labels = {{"area", {"Area", "Maes"}}},
            .rows = {{.id = "pathology",
                      .labels = {{"Pathology", "Patholeg"}},
                      .where = matches(Field::occupation_code, {"U?A", "U?B"})},
                     {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
            .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y bobl"}},
                         {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}};
}

Metric declared() {
    return {.id = "staff",
            .title = {"Staff in post", "Staff mewn swydd"},
            .definition = {"People with a counted assignment.", "Pobl sydd ag aseiniad sy'n cyfrif."},
            .unit = {"Headcount: people; FTE: full-time equivalents", "Nifer: pobl; CALl: cyfwerth ag amser llawn"},
            .tags = {"appendix"},
            .query = staff_by_area(),
            .formulas = {{.id = "fte_per_head",
                          .title = {"FTE per head", "CALl y pen"},
                          .of = "fte",
                          .over = "headcount",
                          .places = 2}},
            .chart = Chart{.title = {"Staff", "Staff"}, .description = {"Bars", "Barrau"}, .series = {"headcount"}}};
}

/// Its table is the first column of the answer, seen through the plugin.
Table headcount_only(const std::vector<Table>& answers) {
    Table table = answers.at(0);
    table.columns.resize(1);
    for (auto& row : table.rows) row.figures.resize(1);
    return table;
}

Programme good() {
    Metric computed = {.id = "headcount",
                       .title = {"Headcount", "Nifer y bobl"},
                       .definition = {"Distinct people.", "Pobl wahanol."},
                       .unit = {"People", "Pobl"},
                       .needs = {staff_by_area()},
                       .compute = headcount_only};
    return {.id = "good",
            .version = "1.0.0",
            .title = {"Good", "Da"},
            .metrics = {declared(), std::move(computed)},
            .actions = {{.id = "1.1",
                         .kind = Action::Kind::milestone,
                         .title = {"Do it", "Ei wneud"},
                         .theme = {"Theme", "Thema"},
                         .lead = "HEIW",
                         .areas = "All"}}};
}

}  // namespace

QUARTERDECK_PROGRAMME(good)
