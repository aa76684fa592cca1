#include "report/provenance.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "version.h"

namespace quarterdeck::report {

namespace {

/// Each population once, in the order in which the programmes' metrics name them.
std::vector<PopulationVersion> populations_of(const std::vector<plugins::LoadedPlugin>& loaded) {
    std::vector<PopulationVersion> populations;
    std::set<std::pair<std::string, std::string>> seen;
    for (const plugins::LoadedPlugin& plugin : loaded)
        for (const Metric& metric : plugin.programme.metrics) {
            const Population& population = metric.query.population;
            if (metric.query.source != Source::staff || population.id.empty()) continue;
            if (seen.emplace(plugin.programme.id, population.id).second)
                populations.push_back(
                    {plugin.programme.id, population.id, population.version, population.title, population.definition});
        }
    return populations;
}

}  // namespace

Provenance provenance(const TemplateFolder& design, const plugins::Fleet& fleet, const snapshot::Input& input,
                      const disclosure::Protector& protector) {
    Provenance provenance;
    provenance.host_version = version;
    provenance.template_id = design.id;
    provenance.template_version = design.version;
    provenance.policy = protector.policy();
    provenance.hidden = protector.tally();
    if (protector.certificate() != nullptr && protector.policy().protect)
        provenance.certificate = *protector.certificate();
    provenance.files = input.files;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded())
        provenance.plugins.push_back({plugin.programme.id, plugin.programme.version, plugin.programme.title,
                                      plugin.file.filename().string(), plugin.sha256});
    provenance.plugins_verified = std::all_of(fleet.loaded().begin(), fleet.loaded().end(),
                                              [](const plugins::LoadedPlugin& plugin) { return plugin.verified; });
    for (const plugins::Protection protection : fleet.lacking())
        provenance.lacking.emplace_back(plugins::name_of(protection));
    provenance.populations = populations_of(fleet.loaded());
    provenance.left_out = input.left_out;
    provenance.findings = input.findings;
    provenance.rows_read = input.rows_read;
    provenance.rows_counted = input.rows_counted;
    provenance.national_person_ids = input.national_person_ids;
    return provenance;
}

void name_returns(const returns::Reported& reported, Report& report) {
    std::vector<std::string> shown;
    const auto show = [&](const std::string& programme) {
        if (std::find(shown.begin(), shown.end(), programme) == shown.end()) shown.push_back(programme);
    };
    for (const Section& section : report.sections)
        for (const Block& block : section.blocks) {
            if (const auto* plan = std::get_if<ActionsBlock>(&block)) show(plan->programme);
            if (std::holds_alternative<BoardBlock>(block))
                for (const PluginVersion& plugin : report.provenance.plugins) show(plugin.id);
        }
    for (const std::string& programme : shown)
        for (const std::size_t quarters_ago : {1, 0})
            if (const returns::Return* returned = reported.find(programme, quarters_ago))
                report.provenance.files.push_back({.path = returned->source_file,
                                                   .sha256 = returned->source_sha256,
                                                   .bytes = 0,
                                                   .rows = returned->entries.size()});
}

}  // namespace quarterdeck::report
