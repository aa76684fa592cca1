#include <fmt/format.h>

#include "cli/plugins_commands.h"

namespace quarterdeck::cli {

void print_refused(const plugins::Fleet& fleet) {
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        fmt::print("Refused: {}\n    {}\n    {}\n", plugin.file.string(), plugin.what, plugin.remedy);
}

Json refused_json(const plugins::Fleet& fleet) {
    Json refused = Json::array();
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        refused.push_back({{"file", plugin.file.string()}, {"what", plugin.what}, {"remedy", plugin.remedy}});
    return refused;
}

void add_trust_option(CLI::App& command, std::string& file) {
    command
        .add_option("--trust", file, "Trust file: which builds of plugins this site accepts (default: all, unverified)")
        ->type_name("FILE");
}

plugins::Trust trust_from(const std::string& file) {
    return file.empty() ? plugins::Trust{} : plugins::Trust::read(file);
}

Json identity_json(const plugins::LoadedPlugin& plugin) {
    return {{"id", plugin.programme.id},
            {"version", plugin.programme.version},
            {"sdk", plugin.abi},
            {"verified", plugin.verified},
            {"metrics", plugin.programme.metrics.size()},
            {"actions", plugin.programme.actions.size()},
            {"file", plugin.file.string()},
            {"sha256", plugin.sha256}};
}

void add_plugins(CLI::App& app, Chosen& chosen) {
    CLI::App& command =
        *app.add_subcommand("plugins", "See which programmes take part, and write and check plugins of your own");
    command.require_subcommand(1);
    add_plugins_list(command, chosen);
    add_plugins_inspect(command, chosen);
    add_plugins_check(command, chosen);
    add_plugins_new(command, chosen);
    add_plugins_sign(command, chosen);
}

}  // namespace quarterdeck::cli
