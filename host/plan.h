#pragma once

#include <map>
#include <string>
#include <vector>

#include "disclosure/protect.h"
#include "plugins/fleet.h"
#include "quarterdeck/query.h"
#include "query/answer.h"
#include "query/membership.h"
#include "report/assemble.h"
#include "report/template_folder.h"

namespace quarterdeck {

/// A metric that some template shows, and where its answers stand: `queries` from `first_query` on.
struct PlannedMetric {
    report::MetricKey key;
    const Metric* metric = nullptr;
    std::size_t first_query = 0;
    std::size_t query_count = 0;
};

/// Everything that one release asks of the data: all metrics of all its templates, each once.
struct Plan {
    std::vector<PlannedMetric> metrics;
    std::vector<Query> queries;
    std::vector<const Programme*> programmes;        ///< by id
    std::map<std::string, Text> missing_programmes;  ///< a programme that a template names, without its plugin
    std::vector<std::string> missing;                ///< what the release will lack: a sentence each, with the remedy
};

/// Throws `Refusal` when a template names something that no plugin has, or when there are no plugins at all.
Plan make_plan(const std::vector<report::TemplateFolder>& designs, const plugins::Fleet& fleet);

/// Whether any of the templates shows what programmes returned.
bool show_returns(const std::vector<report::TemplateFolder>& designs);

/// Merges rows of the tables that the policy would leave sparse, as the templates name them. False when there was
/// nothing to merge. Throws `Refusal` for a merge that doesn't fit its metric.
bool merge_sparse_rows(Plan& plan, const std::vector<report::TemplateFolder>& designs,
                       const std::vector<query::Answer>& answers, const query::Membership& membership,
                       const disclosure::Policy& policy, const disclosure::Solver& solver);

/// Protects the answers to the plan's queries and has computed metrics computed from them. A plugin that fails
/// costs its metric only: it is named in `missing_metrics`, and a sentence joins `missing`.
report::Material publishable(const Plan& plan, const std::vector<query::Answer>& answers, const report::Locale& locale,
                             disclosure::Protector& protector, std::vector<std::string>& missing);

}  // namespace quarterdeck
