#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/places.h"
#include "plugins/fleet.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string directory;
    std::string file;
    bool json = false;
};

using Json = nlohmann::ordered_json;

void print(const Json& json) {
    fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

const char* source_text(Source source) {
    switch (source) {
        case Source::staff: return "staff records";
        case Source::training: return "training figures";
        case Source::published: return "published series";
    }
    return "";
}

Json summary_json(const plugins::Fleet& fleet) {
    Json loaded = Json::array();
    for (const plugins::LoadedPlugin& plugin : fleet.loaded())
        loaded.push_back({{"id", plugin.programme.id},
                          {"version", plugin.programme.version},
                          {"sdk", plugin.abi},
                          {"metrics", plugin.programme.metrics.size()},
                          {"actions", plugin.programme.actions.size()},
                          {"file", plugin.file.string()},
                          {"sha256", plugin.sha256}});
    Json refused = Json::array();
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        refused.push_back({{"file", plugin.file.string()}, {"what", plugin.what}, {"remedy", plugin.remedy}});
    return {{"plugins", loaded}, {"refused", refused}};
}

void print_refused(const plugins::Fleet& fleet) {
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        fmt::print("Refused: {}\n    {}\n    {}\n", plugin.file.string(), plugin.what, plugin.remedy);
}

Status list(const Options& options) {
    const std::filesystem::path directory =
        options.directory.empty() ? default_plugins() : std::filesystem::path(options.directory);
    const plugins::Fleet fleet = plugins::Fleet::launch(directory, {});
    if (options.json) {
        print(summary_json(fleet));
    } else {
        if (fleet.loaded().empty()) fmt::print("No plugin in {} can be used.\n", directory.string());
        if (!fleet.loaded().empty())
            fmt::print("{:<22} {:<9} {:<5} {:>7} {:>7}  {}\n", "programme", "version", "sdk", "metrics", "actions",
                       "file");
        for (const plugins::LoadedPlugin& plugin : fleet.loaded())
            fmt::print("{:<22} {:<9} {:<5} {:>7} {:>7}  {}\n", plugin.programme.id, plugin.programme.version,
                       plugin.abi, plugin.programme.metrics.size(), plugin.programme.actions.size(),
                       plugin.file.string());
        print_refused(fleet);
    }
    return fleet.refused().empty() ? Status::done : Status::incomplete;
}

Json metric_json(const Metric& metric) {
    Json measures = Json::array();
    for (const Measure& measure : metric.query.measures)
        measures.push_back({{"id", measure.id}, {"title", measure.title.en}});
    for (const Formula& formula : metric.formulas)
        measures.push_back({{"id", formula.id}, {"title", formula.title.en}});
    return {{"id", metric.id},
            {"title", {{"en", metric.title.en}, {"cy", metric.title.cy}}},
            {"kind", metric.computed() ? "computed" : "declared"},
            {"source", source_text(metric.query.source)},
            {"definition", metric.definition.en},
            {"unit", metric.unit.en},
            {"tags", metric.tags},
            {"population", metric.query.population.id},
            {"population_version", metric.query.population.version},
            {"population_definition", metric.query.population.definition.en},
            {"measures", measures}};
}

void print_metric(const std::string& programme, const Metric& metric) {
    fmt::print("\n{}/{}: {}\n", programme, metric.id, metric.title.en);
    fmt::print("    {}\n", metric.definition.en);
    fmt::print("    Unit: {}\n", metric.unit.en);
    fmt::print("    From: {}, {}\n", source_text(metric.query.source), metric.computed() ? "computed" : "declared");
    const Population& population = metric.query.population;
    if (!population.id.empty())
        fmt::print("    Population: {} {}. {}\n", population.id, population.version, population.definition.en);
    for (const Measure& measure : metric.query.measures) fmt::print("    - {}: {}\n", measure.id, measure.title.en);
    for (const Formula& formula : metric.formulas) fmt::print("    - {}: {}\n", formula.id, formula.title.en);
}

Status inspect(const Options& options) {
    const plugins::Fleet fleet = plugins::Fleet::launch_files({options.file}, {});
    if (options.json) {
        Json json = summary_json(fleet);
        for (const plugins::LoadedPlugin& plugin : fleet.loaded())
            for (const Metric& metric : plugin.programme.metrics)
                json["plugins"][0]["described"].push_back(metric_json(metric));
        print(json);
    } else {
        for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
            fmt::print("{} {} ({}), SDK {}, SHA-256 {}\n", plugin.programme.id, plugin.programme.version,
                       plugin.programme.title.en, plugin.abi, plugin.sha256);
            for (const Metric& metric : plugin.programme.metrics) print_metric(plugin.programme.id, metric);
            fmt::print("\n{} entries in its plan of actions.\n", plugin.programme.actions.size());
        }
        print_refused(fleet);
    }
    return fleet.refused().empty() ? Status::done : Status::refused;
}

}  // namespace

void add_plugins(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand("plugins", "See which programmes take part and what they define");
    command.require_subcommand(1);

    CLI::App& listing = *command.add_subcommand("list", "List the plugins, and why any is refused");
    listing.add_option("--plugins", options->directory, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    listing.add_flag("--json", options->json, "Print as JSON");
    listing.callback([options, &chosen] { chosen = [options] { return list(*options); }; });

    CLI::App& inspection = *command.add_subcommand("inspect", "Show every metric of one plugin");
    inspection.add_option("FILE", options->file, "A plugin, for instance imaging.so")->required();
    inspection.add_flag("--json", options->json, "Print as JSON");
    inspection.callback([options, &chosen] { chosen = [options] { return inspect(*options); }; });
}

}  // namespace quarterdeck::cli
