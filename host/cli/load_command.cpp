#include "cli/load_command.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>

#include "cli/findings_text.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "cli/summary.h"
#include "warehouse/warehouse.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string url;
    std::string data;
    int timeout = 600;
    bool json = false;
    bool quiet = false;
};

void print_text(const warehouse::LoadOutcome& outcome) {
    fmt::print("{}\n", counts_text(outcome.input));
    for (const validate::Finding& finding : outcome.input.findings) fmt::print("{}", finding_text(finding));
    fmt::print("{} counted assignments are in {}, at:\n", outcome.rows, outcome.place);
    for (const Date& date : outcome.dates) fmt::print("  {}\n", date.iso());
}

void print_summary(const warehouse::LoadOutcome& outcome) {
    fmt::print("In short\n  Read: {}.\n  Good: {}.\n        {} are in {}; reports can be made from it.\n  To do:\n{}",
               read_text(outcome.input), good_text(outcome.input), counted(outcome.rows, "counted assignment"),
               outcome.place, to_do_text(tasks_of(outcome.input.findings)));
}

warehouse::LoadOutcome loaded(const Options& options) {
    ProgressLine line(options.quiet);
    const Progress progress = line.progress();
    return warehouse::load(options.url, options.data, std::chrono::seconds(options.timeout),
                           {.stage = progress.stage, .advance = progress.advance});
}

Status run(const Options& options) {
    const warehouse::LoadOutcome outcome = loaded(options);
    if (!options.json) {
        if (!options.quiet) print_text(outcome);
        print_summary(outcome);
        return Status::done;
    }
    nlohmann::ordered_json json = findings_json(outcome.input);
    json["warehouse"] = outcome.place;
    json["dates"] = nlohmann::ordered_json::array();
    for (const Date& date : outcome.dates) json["dates"].push_back(date.iso());
    print(json);
    return Status::done;
}

}  // namespace

void add_load(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "load",
        "Check staff records and put them into a PostgreSQL or ClickHouse database, in the place of earlier ones");
    command
        .add_option("URL", options->url,
                    "postgresql://[user@]host[:port]/database, or clickhouse://[user@]host[:port]/database; no "
                    "password: that comes from QUARTERDECK_PASSWORD, or the file that QUARTERDECK_PASSWORD_FILE names")
        ->required();
    command.add_option("--data", options->data, "Data directory, with assignments/*.csv")->required()->type_name("DIR");
    command
        .add_option("--timeout", options->timeout, "How long the database may take for one statement (default: 600)")
        ->check(CLI::Range(1, 86'400))
        ->type_name("SECONDS");
    command.add_flag("--quiet", options->quiet, "Show no progress, and of the outcome only the summary");
    command.add_flag("--json", options->json, "Print the outcome as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
