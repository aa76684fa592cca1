#pragma once

#include "quarterdeck/programme.h"
#include "quarterdeck/table.h"

/// One of everything that travels. Every member differs from its default, so that one that is forgotten shows.
namespace sample {

using namespace quarterdeck;

inline Query query() {
    return {
        .id = "q1",
        .source = Source::published,
        .population = {.id = "p1",
                       .version = "2023.1",
                       .title = {"Pathology", "Patholeg"},
                       .definition = {"Rule in words", "Rheol mewn geiriau"},
                       .rule = matches(Field::occupation_code, {"U?A", "080"}) && is_not(Field::gender, {"Unknown"})},
        .labels = {{"area", {"Area", "Maes"}}},
        .rows = {{.id = "r1",
                  .labels = {{"Tŷ \"1\"\n", "Tŷ 2"}},
                  .where = is(Field::pay_band, {"Band 8a"}) || is(Field::stage, {}),
                  .total = true}},
        .by = {Field::organisation, Field::age_band},
        .totals = Totals::rollup,
        .measures = {
            {.id = "m1", .title = {"FTE", "CALl"}, .count = Count::fte, .where = Rule{}, .months_before = 12}}};
}

inline Programme programme() {
    const Metric declared{
        .id = "declared",
        .title = {"Title", "Teitl"},
        .definition = {"Definition", "Diffiniad"},
        .unit = {"Unit", "Uned"},
        .tags = {"appendix", "skill_mix"},
        .query = query(),
        .formulas = {{.id = "f1",
                      .title = {"Growth", "Twf"},
                      .kind = Formula::Kind::compound_growth,
                      .of = "m1",
                      .over = "m2",
                      .places = 3,
                      .years = 5}},
        .columns = {"f1", "m1"},
        .chart = Chart{.kind = Chart::Kind::line,
                       .title = {"Chart", "Siart"},
                       .description = {"Line", "Llinell"},
                       .series = {"m1"}},
        .notes = {{"Note", "Nodyn"}},
        .needs = {},
    };
    const Metric computed{.id = "computed", .needs = {query()}, .compute = [](const auto&) { return Table{}; }};
    return {.id = "imaging",
            .version = "1.2.3",
            .title = {"Imaging", "Delweddu"},
            .metrics = {declared, computed},
            .actions = {{.id = "IMG-A1",
                         .kind = Action::Kind::resource_dependency,
                         .title = {"Buy", "Prynu"},
                         .theme = {"Kit", "Offer"},
                         .lead = "HEIW",
                         .measure = {"Count", "Cyfrif"},
                         .due = "2024-25Q2",
                         .areas = "P, I",
                         .linked_id = "IMG-M1",
                         .plan = "strategic",
                         .benefit = {"Less waiting", "Llai o aros"},
                         .starts = "2023-24",
                         .horizon_from = Horizon::short_term,
                         .horizon_to = Horizon::long_term,
                         .indicators = {{.kind = Indicator::Kind::outcome,
                                         .title = {"Waits", "Amseroedd aros"},
                                         .metric = "key_figures/headcount"}},
                         .next_steps = {{"Ask", "Gofyn"}},
                         .with = {"pathology"}}}};
}

inline Table table() {
    return {.labels = {{"area", {"Area", "Maes"}}},
            .columns = {{.id = "fte", .title = {"FTE", "CALl"}, .places = 2, .percent = true},
                        {.id = "change", .title = {"Change", "Newid"}}},
            .rows = {{.id = "a", .labels = {{"A", "A"}}, .figures = {Decimal{1250, 2}, Decimal{-3, 1}}},
                     {.id = "b", .labels = {{"B", "B"}}, .figures = {Marker::confidential, Marker::not_applicable}},
                     {.id = "t",
                      .labels = {{"Total", "Cyfanswm"}},
                      .figures = {Decimal{0, 0}, Marker::not_available},
                      .total = true}}};
}

}  // namespace sample
