#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/outlook/start.h"

namespace quarterdeck::programmes {

/// A table of the outlook, but for its rows. Where several programmes share one, the first label column names them.
struct OutlookTable {
    std::string id;  ///< of the metric, and its tag
    Text title;
    Text definition;
    Text unit;
    std::vector<Label> labels;  ///< after the programme's, if shared
    std::vector<Column> columns;
    std::vector<Query> needs;  ///< beside those of every outlook
    std::optional<Chart> chart{};
    bool shared = true;  ///< with other programmes
};

/// Adds rows: the start, the answers to the table's own needs, and where rows go.
using OutlookRows = std::function<void(const OutlookStart&, const std::vector<Table>&, std::vector<TableRow>&)>;

/// The metric that computes it.
Metric outlook_table(const OutlookPlan& plan, const OutlookTable& table, OutlookRows rows);

Column outlook_column(const char* id, Text title);
Column outlook_percent(const char* id, Text title);

Metric outlook_supply(const OutlookPlan& plan);
Metric outlook_path(const OutlookPlan& plan);
Metric outlook_flows(const OutlookPlan& plan);
Metric outlook_groups(const OutlookPlan& plan);
Metric outlook_bands(const OutlookPlan& plan);
Metric outlook_growth(const OutlookPlan& plan);
Metric outlook_gap(const OutlookPlan& plan);
Metric outlook_sensitivity(const OutlookPlan& plan);
Metric outlook_assumed(const OutlookPlan& plan);
Metric outlook_risk(const OutlookPlan& plan);
Metric outlook_vacancies(const OutlookPlan& plan);
Metric outlook_pipeline(const OutlookPlan& plan);

}  // namespace quarterdeck::programmes
