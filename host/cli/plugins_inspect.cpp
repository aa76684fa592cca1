#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <string>
#include <string_view>

#include "cli/plugins_commands.h"
#include "cli/rule_text.h"
#include "quarterdeck/message.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string file;
    std::string trust;
    bool json = false;
};

std::string_view source_text(Source source) {
    switch (source) {
        case Source::staff: return "staff records";
        case Source::training: return "training figures";
        case Source::published: return "published series";
        case Source::establishment: return "funded posts";
    }
    return "";
}

void print_population(const Population& population) {
    if (population.id.empty()) return;
    fmt::print("    Population: {} {}, {}. {}\n", population.id, population.version, population.title.en,
               population.definition.en);
    fmt::print("        {}\n", rule_text(population.rule));
}

void print_measures(const Query& query) {
    for (const Measure& measure : query.measures) fmt::print("        {}\n", measure_text(measure));
}

void print_rows(const Query& query) {
    if (query.by.empty()) {
        fmt::print("    Rows: {}\n", query.rows.size());
        for (const Row& row : query.rows)
            fmt::print("        {}: {}\n", row.id,
                       row.total ? "total, counted afresh" : std::string(rule_text(row.where)));
        return;
    }
    std::string fields;
    for (const Field field : query.by) fields.append(fields.empty() ? "" : ", ").append(field_name(field));
    fmt::print("    Rows: as found in the data, by {}\n", fields);
}

void print_query(const Query& query) {
    print_population(query.population);
    print_rows(query);
    fmt::print("    Measures, from {}:\n", source_text(query.source));
    print_measures(query);
}

void print_metric(const std::string& programme, const Metric& metric) {
    fmt::print("\n{}/{} ({}): {}\n", programme, metric.id, metric.computed() ? "computed" : "declared",
               metric.title.en);
    fmt::print("    {}\n    Unit: {}\n", metric.definition.en, metric.unit.en);
    if (!metric.tags.empty()) fmt::print("    Tags: {}\n", fmt::join(metric.tags, ", "));
    for (const Query& query : metric.needs) {
        fmt::print("    Needs the query {}:\n", query.id);
        print_query(query);
    }
    if (!metric.computed()) print_query(metric.query);
    if (!metric.formulas.empty()) fmt::print("    Formulas:\n");
    for (const Formula& formula : metric.formulas) fmt::print("        {}\n", formula_text(formula));
    for (const Text& note : metric.notes) fmt::print("    Note: {}\n", note.en);
}

void print_plan(const Programme& programme) {
    fmt::print("\nPlan: {} entries\n", programme.actions.size());
    for (const Action& action : programme.actions) fmt::print("    {}: {}\n", action.id, action.title.en);
}

Status inspect(const Options& options) {
    const plugins::Fleet fleet = plugins::Fleet::launch_files({options.file}, {}, trust_from(options.trust));
    Json inspected = Json::array();
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
        const Programme& programme = plugin.programme;
        if (options.json) {
            inspected.push_back(identity_json(plugin));
            inspected.back()["described"] = Json::parse(message::write(programme));
            continue;
        }
        fmt::print("{} {} ({}), SDK {}, SHA-256 {}, {}\n", programme.id, programme.version, programme.title.en,
                   plugin.abi, plugin.sha256, plugin.verified ? "verified" : "not verified");
        for (const Metric& metric : programme.metrics) print_metric(programme.id, metric);
        print_plan(programme);
    }
    if (options.json)
        print({{"plugins", inspected}, {"refused", refused_json(fleet)}});
    else
        print_refused(fleet);
    return fleet.refused().empty() ? Status::done : Status::refused;
}

}  // namespace

void add_plugins_inspect(CLI::App& plugins, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *plugins.add_subcommand(
        "inspect", "Show every metric of one plugin: definition, population, measures, formulas and queries");
    command.add_option("FILE", options->file, "A plugin, for instance imaging.so")->required();
    add_trust_option(command, options->trust);
    command.add_flag("--json", options->json,
                     "Print as JSON: what the plugin describes, after schemas/description.json");
    command.callback([options, &chosen] { chosen = [options] { return inspect(*options); }; });
}

}  // namespace quarterdeck::cli
