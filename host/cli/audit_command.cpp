#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "audit/words.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "refusal.h"
#include "release/manifest.h"

namespace quarterdeck::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> files;
    int threshold = 5;
    bool show_values = false;
    bool json = false;
};

/// The tables of a release, in one of its languages: the figures are the same in each.
std::vector<fs::path> tables_of_release(const fs::path& folder) {
    std::vector<fs::path> files;
    std::string language;
    for (const std::string& path : release::files_of_release(folder)) {
        if (!path.starts_with("tables/") || !path.ends_with(".csv")) continue;
        const std::string of = path.substr(0, path.find('/', std::string("tables/").size()));
        if (language.empty() || of == "tables/en") {
            if (of != language) files.clear();
            language = of;
        }
        if (of == language) files.push_back(folder / path);
    }
    return files;
}

std::vector<audit::PublishedFile> read(const Options& options) {
    std::vector<audit::PublishedFile> files;
    for (const std::string& name : options.files) {
        if (!fs::is_directory(name)) {
            files.push_back(audit::read_published(name, name));
            continue;
        }
        for (const fs::path& table : tables_of_release(name))
            files.push_back(
                audit::read_published(table, table.parent_path().filename().string() + "/" + table.stem().string()));
    }
    return files;
}

Status run(const Options& options) {
    const audit::Audit audit = audit::audit(read(options), options.threshold);
    if (options.json)
        print(audit::audit_json(audit, options.show_values));
    else
        fmt::print("{}", audit::audit_text(audit, options.show_values));
    return Status::done;
}

}  // namespace

void add_audit(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        *app.add_subcommand("audit", "Attack published tables: which suppressed figures can be worked out, and how");
    command.add_option("FILE", options->files, "Published CSV tables, or directories of releases")->required();
    command
        .add_option("--threshold", options->threshold,
                    "Counts below it are suppressed, where the marker doesn't say so (default: 5)")
        ->check(CLI::Range(2, 1000))
        ->type_name("N");
    command.add_flag("--show-values", options->show_values, "Show what the suppressed figures are found to be");
    command.add_flag("--json", options->json, "Print the findings as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
