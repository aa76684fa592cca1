#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/explanation_text.h"
#include "cli/places.h"
#include "cli/progress_line.h"
#include "explain/explain.h"
#include "plugins/fleet.h"
#include "refusal.h"
#include "warehouse/place.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string table;
    std::vector<std::string> cell;
    std::string data;
    std::string as_at;
    std::string plugins;
    bool json = false;
    bool quiet = false;
};

explain::Explanation explained(const Options& options, const plugins::Fleet& fleet) {
    const std::optional<Date> as_at = Date::parse(options.as_at);
    if (!as_at)
        throw WrongUse(
            fmt::format("--as-at is \"{}\"; expected a day as YYYY-MM-DD, for instance 2023-03-31.", options.as_at));
    if (warehouse::is_url(options.data))
        throw WrongUse(
            "--data names a warehouse, which answers with counts alone; explain goes through the rows of files. Name "
            "the "
            "data directory that was loaded: the figures are the same.");
    std::vector<const Programme*> programmes;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) programmes.push_back(&plugin.programme);
    const explain::Wanted wanted{options.table, {options.cell.begin(), options.cell.end() - 1}, options.cell.back()};
    ProgressLine line(options.quiet);
    const Progress progress = line.progress();
    progress("Reading records");
    return explain::explain(programmes, wanted, options.data, *as_at, progress.advance);
}

Status run(const Options& options) {
    const plugins::Fleet fleet = plugins::Fleet::launch(chosen_plugins(options.plugins), {});
    const explain::Explanation explanation = explained(options, fleet);
    if (options.json)
        print(explanation_json(explanation));
    else
        fmt::print("{}", explanation_text(explanation));
    return Status::done;
}

}  // namespace

void add_explain(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "explain", "Say how one figure of a table comes about, for the analyst's own eyes: unprotected");
    command
        .add_option(
            "TABLE", options->table,
            "A table as programme/metric, for instance imaging/diagnostic_radiology, its title, or its CSV file")
        ->required();
    command
        .add_option("CELL", options->cell,
                    "The row's labels as a report or a CSV file has them, then the column's id or title")
        ->required();
    command.add_option("--data", options->data, "Data directory, with assignments/*.csv")->required()->type_name("DIR");
    command.add_option("--as-at", options->as_at, "Snapshot date of the report, YYYY-MM-DD")
        ->required()
        ->type_name("DATE");
    command.add_option("--plugins", options->plugins, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    command.add_flag("--quiet", options->quiet, "Show no progress");
    command.add_flag("--json", options->json, "Print the explanation as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
