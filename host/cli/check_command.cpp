#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/findings_text.h"
#include "cli/print.h"
#include "snapshot/input.h"

namespace quarterdeck::cli {

namespace {

bool refuses(const snapshot::Input& input) {
    return std::any_of(input.findings.begin(), input.findings.end(), [](const validate::Finding& finding) {
        return finding.consequence == validate::Consequence::refused;
    });
}

void print_text(const snapshot::Input& input) {
    fmt::print("{}\n", counts_text(input));
    for (const std::string& column : input.ignored_columns) fmt::print("Column not used: {}\n", column);
    for (const validate::Finding& finding : input.findings) fmt::print("{}", finding_text(finding));
    if (refuses(input))
        fmt::print("Reports can't be made from this data until what is refused has been mended.\n");
    else if (input.findings.empty())
        fmt::print("Nothing to mend.\n");
}

Status run(const std::string& directory, bool json) {
    const snapshot::Input input = snapshot::check_input(directory);
    if (json)
        print(findings_json(input));
    else
        print_text(input);
    return refuses(input) ? Status::refused : Status::done;
}

}  // namespace

void add_check(CLI::App& app, Chosen& chosen) {
    struct Options {
        std::string directory;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand("check", "Look for what is wrong in a data directory");
    command.add_option("DIR", options->directory, "Data directory, with assignments/*.csv")->required();
    command.add_flag("--json", options->json, "Print the findings as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(options->directory, options->json); }; });
}

}  // namespace quarterdeck::cli
