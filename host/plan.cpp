#include "plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "disclosure/merges.h"
#include "disclosure/solver_process.h"
#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck {

namespace {

/// Programmes that a template names by id, whether or not their plugins are there.
std::set<std::string> programmes_named(const report::TemplateFolder& design) {
    using Kind = report::BlockRequest::Kind;
    std::set<std::string> named;
    for (const report::SectionRequest& section : design.sections)
        for (const report::BlockRequest& block : section.blocks) {
            if (block.kind == Kind::metric) named.insert(block.of.substr(0, block.of.find('/')));
            const bool of_programmes = block.kind == Kind::actions || block.kind == Kind::form;
            if (of_programmes && block.of != "all") named.insert(block.of);
        }
    return named;
}

bool is_loaded(const plugins::Fleet& fleet, const std::string& programme) {
    return std::any_of(fleet.loaded().begin(), fleet.loaded().end(),
                       [&](const auto& plugin) { return plugin.programme.id == programme; });
}

bool was_refused(const plugins::Fleet& fleet, const std::string& programme) {
    return std::any_of(fleet.refused().begin(), fleet.refused().end(),
                       [&](const auto& plugin) { return plugin.file.stem() == programme; });
}

void add_metric(Plan& plan, const report::MetricKey& key, const Metric& metric) {
    PlannedMetric planned{key, &metric, plan.queries.size(), 1};
    if (metric.computed()) {
        planned.query_count = metric.needs.size();
        plan.queries.insert(plan.queries.end(), metric.needs.begin(), metric.needs.end());
    } else {
        plan.queries.push_back(metric.query);
    }
    plan.metrics.push_back(planned);
}

const Metric& metric_named(const std::vector<const Programme*>& programmes, const report::MetricKey& key) {
    for (const Programme* programme : programmes)
        for (const Metric& metric : programme->metrics)
            if (programme->id == key.programme && metric.id == key.metric) return metric;
    throw std::logic_error("the plan names the unknown metric " + key.text());
}

disclosure::ProtectedTable finished_table(const PlannedMetric& planned, const std::vector<query::Answer>& answers,
                                          disclosure::Protector& protector) {
    if (!planned.metric->computed()) return protector.protect(*planned.metric, answers[planned.first_query]);
    std::vector<Table> visible;
    for (std::size_t i = 0; i < planned.query_count; ++i)
        visible.push_back(protector.protect(answers[planned.first_query + i]).table());
    return protector.adopt(planned.metric->compute(visible));
}

/// Throws `Refusal` for a merge whose metric isn't shown or doesn't have such rows. Those of programmes that are
/// missing don't matter.
void expect_fitting_merges(const report::TemplateFolder& design, const Plan& plan) {
    for (const disclosure::Merge& merge : design.merges) {
        if (plan.missing_programmes.contains(merge.metric.substr(0, merge.metric.find('/')))) continue;
        const auto planned = std::find_if(plan.metrics.begin(), plan.metrics.end(),
                                          [&](const PlannedMetric& each) { return each.key.text() == merge.metric; });
        if (planned == plan.metrics.end() || planned->metric->computed())
            throw Refusal(
                fmt::format("{}, line {}: \"{}\" is no metric of this report that is counted in rows. Merge "
                            "rows of a metric that the report shows and that its plugin doesn't compute.",
                            merge.template_file, merge.line, merge.metric));
        static_cast<void>(disclosure::merged(planned->metric->query, merge));
    }
}

}  // namespace

Plan make_plan(const std::vector<report::TemplateFolder>& designs, const plugins::Fleet& fleet) {
    Plan plan;
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        plan.missing.push_back(fmt::format("{}: {} {}", plugin.file.filename().string(), plugin.what, plugin.remedy));
    if (fleet.loaded().empty()) {
        std::string text =
            "There are no plugins that can be used, so there is nothing to report. Name the directory "
            "that holds the programmes' plugins (*.so) with --plugins.";
        for (const std::string& sentence : plan.missing) text += "\n" + sentence;
        throw Refusal(text);
    }
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) plan.programmes.push_back(&plugin.programme);

    std::vector<std::string> loaded;
    for (const Programme* programme : plan.programmes) loaded.push_back(programme->id);
    std::set<report::MetricKey> planned;
    for (const report::TemplateFolder& design : designs) {
        for (const std::string& programme : programmes_named(design)) {
            if (is_loaded(fleet, programme) || plan.missing_programmes.contains(programme)) continue;
            plan.missing_programmes.emplace(programme, design.locale.text("common.missing_plugin"));
            if (!was_refused(fleet, programme))
                plan.missing.push_back(
                    fmt::format("{}: no plugin supplies this programme, which the template {} shows{} Put its plugin "
                                "into the directory of plugins.",
                                programme, design.id, report::nearest_hint(programme, loaded)));
        }
        for (const report::MetricKey& key : report::wanted_metrics(design, plan.programmes, plan.missing_programmes))
            if (!plan.missing_programmes.contains(key.programme) && planned.insert(key).second)
                add_metric(plan, key, metric_named(plan.programmes, key));
    }
    for (const report::TemplateFolder& design : designs) expect_fitting_merges(design, plan);
    return plan;
}

bool show_returns(const std::vector<report::TemplateFolder>& designs) {
    using Kind = report::BlockRequest::Kind;
    return std::any_of(designs.begin(), designs.end(), [](const report::TemplateFolder& design) {
        return std::any_of(design.sections.begin(), design.sections.end(), [](const report::SectionRequest& section) {
            return std::any_of(section.blocks.begin(), section.blocks.end(), [](const report::BlockRequest& block) {
                return block.kind != Kind::metric && block.kind != Kind::tag && block.kind != Kind::stack &&
                       block.kind != Kind::totals;
            });
        });
    });
}

bool merge_sparse_rows(Plan& plan, const std::vector<report::TemplateFolder>& designs,
                       const std::vector<query::Answer>& answers, const query::Membership& membership,
                       const disclosure::Policy& policy, const disclosure::Solver& solver) {
    std::set<std::tuple<std::string, std::vector<std::string>>> done;
    std::map<std::size_t, bool> sparse;  // by query
    bool any = false;
    for (const report::TemplateFolder& design : designs)
        for (const disclosure::Merge& merge : design.merges)
            for (const PlannedMetric& planned : plan.metrics) {
                if (planned.key.text() != merge.metric || !done.emplace(merge.metric, merge.rows).second) continue;
                const std::size_t number = planned.first_query;
                if (!sparse.contains(number))
                    sparse[number] = disclosure::would_be_sparse(number, answers, membership, policy, solver);
                if (!sparse.at(number)) continue;
                Query& query = plan.queries[number];
                query = disclosure::merged(std::move(query), merge);
                any = true;
            }
    return any;
}

report::Material publishable(const Plan& plan, const std::vector<query::Answer>& answers, const report::Locale& locale,
                             disclosure::Protector& protector, std::vector<std::string>& missing) {
    report::Material material{plan.programmes, {}, plan.missing_programmes, {}};
    for (const PlannedMetric& planned : plan.metrics) {
        try {
            material.tables.emplace(planned.key, finished_table(planned, answers, protector));
        } catch (const plugins::PluginFault& fault) {
            material.missing_metrics.emplace(planned.key, locale.text("common.missing_metric"));
            missing.emplace_back(fault.what());
        }
    }
    return material;
}

}  // namespace quarterdeck
