#include "common/outlook/tables.h"

#include <utility>

namespace quarterdeck::programmes {

Metric outlook_table(const OutlookPlan& plan, const OutlookTable& table, OutlookRows rows) {
    std::vector<Query> needs = outlook_needs(plan);
    const auto common = static_cast<std::ptrdiff_t>(needs.size());
    needs.insert(needs.end(), table.needs.begin(), table.needs.end());
    std::vector<Label> labels;
    if (table.shared) labels.push_back({"programme", {"Programme", "Rhaglen"}});
    labels.insert(labels.end(), table.labels.begin(), table.labels.end());
    return {
        .id = table.id,
        .title = table.title,
        .definition = table.definition,
        .unit = table.unit,
        .tags = {table.id},
        .chart = table.chart,
        .notes = plan.notes,
        .needs = std::move(needs),
        .compute =
            [plan, labels, columns = table.columns, rows = std::move(rows), common](const std::vector<Table>& answers) {
                Table result{.labels = labels, .columns = columns};
                rows(outlook_start(plan, answers), {answers.begin() + common, answers.end()}, result.rows);
                return result;
            },
    };
}

Column outlook_column(const char* id, Text title) {
    return {.id = id, .title = std::move(title)};
}

Column outlook_percent(const char* id, Text title) {
    return {.id = id, .title = std::move(title), .places = 1, .percent = true};
}

std::vector<Metric> outlook_metrics(OutlookPlan plan) {
    mark_unused(plan);
    return {outlook_supply(plan),  outlook_path(plan),   outlook_flows(plan),     outlook_groups(plan),
            outlook_bands(plan),   outlook_growth(plan), outlook_gap(plan),       outlook_sensitivity(plan),
            outlook_assumed(plan), outlook_risk(plan),   outlook_vacancies(plan), outlook_pipeline(plan)};
}

}  // namespace quarterdeck::programmes
