#include <string>
#include <utility>

#include "quarterdeck/plugin.h"

namespace {

using namespace quarterdeck;

/// A table of one staff group by occupation and band, unlike any of the five programmes'.
Metric table(int number) {
    const std::string letter(1, static_cast<char>('A' + number));
    const Text title{"Table " + letter, "Tabl " + letter};
    Query query{.id = "table_" + std::to_string(number),
                .population = {.id = "staff_" + std::to_string(number),
                               .version = "1",
                               .title = title,
                               .definition = title,
                               .rule = matches(Field::occupation_code, {"N?" + letter, letter + "??"})},
                .labels = {{"band", {"Band", "Band"}}},
                .measures = {{.id = "headcount", .title = {"Headcount", "Nifer y staff"}},
                             {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte},
                             {.id = "male", .title = {"Male", "Gwryw"}, .where = is(Field::gender, {"Male"})}}};
    for (const char* band : {"Band 2-4", "Band 5-6", "Band 7/8a/8b", "Band 8c/8d/9"})
        query.rows.push_back({.id = "row_" + std::to_string(query.rows.size()),
                              .labels = {{band, band}},
                              .where = is(Field::band_group, {band})});
    query.rows.push_back({.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true});
    return {.id = query.id,
            .title = title,
            .definition = {"Staff with such a code.", "Staff â chod o'r fath."},
            .unit = {"People; FTE.", "Pobl; CALl."},
            .tags = {"more"},
            .query = std::move(query)};
}

Programme more() {
    Programme programme{.id = "more", .version = "1.0.0", .title = {"Twenty more", "Ugain arall"}};
    for (int number = 0; number < 20; ++number) programme.metrics.push_back(table(number));
    return programme;
}

}  // namespace

QUARTERDECK_PROGRAMME(more)
