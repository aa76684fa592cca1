#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/places.h"
#include "cli/plugins_commands.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string directory;
    std::string trust;
    bool json = false;
};

using Line = std::array<std::string, 7>;

std::vector<Line> lines_of(const plugins::Fleet& fleet) {
    std::vector<Line> lines{{"programme", "version", "sdk", "metrics", "actions", "verified", "from"}};
    for (const plugins::LoadedPlugin& plugin : fleet.loaded())
        lines.push_back(
            {plugin.programme.id, plugin.programme.version, plugin.abi, std::to_string(plugin.programme.metrics.size()),
             std::to_string(plugin.programme.actions.size()), plugin.verified ? "yes" : "no", plugin.file.string()});
    return lines;
}

void print_table(const std::vector<Line>& lines) {
    std::array<std::size_t, 7> widths{};
    for (const Line& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
    for (const Line& line : lines)
        fmt::print("{:<{}}  {:<{}}  {:<{}}  {:>{}}  {:>{}}  {:<{}}  {}\n", line[0], widths[0], line[1], widths[1],
                   line[2], widths[2], line[3], widths[3], line[4], widths[4], line[5], widths[5], line[6]);
}

Status list(const Options& options) {
    const std::filesystem::path directory = chosen_plugins(options.directory);
    const plugins::Fleet fleet = plugins::Fleet::launch(directory, {}, trust_from(options.trust));
    if (options.json) {
        Json loaded = Json::array();
        for (const plugins::LoadedPlugin& plugin : fleet.loaded()) loaded.push_back(identity_json(plugin));
        print({{"plugins", loaded}, {"refused", refused_json(fleet)}});
    } else {
        if (fleet.loaded().empty())
            fmt::print("No plugin in {} can be used.\n", directory.string());
        else
            print_table(lines_of(fleet));
        print_refused(fleet);
    }
    return fleet.refused().empty() ? Status::done : Status::incomplete;
}

}  // namespace

void add_plugins_list(CLI::App& plugins, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *plugins.add_subcommand("list", "List the plugins, and why any is refused");
    command.add_option("--plugins", options->directory, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    add_trust_option(command, options->trust);
    command.add_flag("--json", options->json, "Print as JSON");
    command.callback([options, &chosen] { chosen = [options] { return list(*options); }; });
}

}  // namespace quarterdeck::cli
