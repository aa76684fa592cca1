#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "cli/check_options.h"
#include "cli/findings_text.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "cli/summary.h"
#include "record_check/check.h"
#include "refusal.h"
#include "snapshot/input.h"
#include "snapshot/means.h"

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
    Weights weights;
    for (const validate::Finding& finding : input.findings) {
        weights.add(record_check::severity_of(finding));
        fmt::print("{}", finding_text(finding));
    }
    if (!input.findings.empty()) fmt::print("In all: {}.\n", weights.text());
}

/// How many rules ran and asked for nothing, of how many.
std::string rules_text(const CheckOptions& options, const validate::Findings& findings) {
    std::set<std::string_view> asked;
    for (const validate::Finding& finding : findings)
        if (record_check::severity_of(finding) != validate::Severity::note) asked.insert(finding.rule);
    std::size_t used = 0;
    std::size_t content = 0;
    for (const validate::RuleAbout& rule : record_check::all_rules()) {
        if (options.switched_off(rule.id)) continue;
        ++used;
        if (!asked.contains(rule.id)) ++content;
    }
    return fmt::format("{} of {} rules found nothing to put right", content, used);
}

void print_summary(const CheckOptions& options, const snapshot::Input& input) {
    fmt::print("In short\n  Read: {}.\n  Good: {}.\n", read_text(input), good_text(input));
    if (refuses(input))
        fmt::print("  Reports can't be made from this data until what is refused has been mended.\n");
    else
        fmt::print("        {}. Reports can be made.\n", rules_text(options, input.findings));
    fmt::print("  To do:\n{}", to_do_text(tasks_of(input.findings)));
}

/// What reading says, and if reports can be made what the records say beside each other.
snapshot::Input look(const CheckOptions& options) {
    ProgressLine line(options.quiet);
    const Progress progress = line.progress();
    progress("Reading records");
    snapshot::Input input = snapshot::check_input(options.directory, {.advance = progress.advance});
    progress("Holding records against each other");
    if (!refuses(input))
        for (validate::Finding& finding : record_check::check(options.directory, progress.advance))
            input.findings.push_back(std::move(finding));
    std::erase_if(input.findings, [&](const validate::Finding& finding) {
        return finding.consequence != validate::Consequence::refused && options.switched_off(finding.rule);
    });
    return input;
}

Status run(const CheckOptions& options) {
    if (options.directory.empty() && !options.rules)
        throw WrongUse("check needs DIR, the directory to look at; --rules lists the rules without one.");
    if (options.published) return check_published(options);
    if (options.rules) return print_rules(record_check::all_rules(), options.json);
    if (options.coding_quality) return check_coding(options);
    expect_known(options, record_check::all_rules());
    const snapshot::Input input = look(options);
    if (options.json) {
        Json json = findings_json(input);
        json["to_do"] = to_do_json(tasks_of(input.findings));
        print(json);
    } else {
        if (!options.quiet) print_text(input);
        print_summary(options, input);
    }
    return refuses(input) ? Status::refused : Status::done;
}

}  // namespace

void add_check(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App& command =
        *app.add_subcommand("check", "Look for what is wrong in a data directory, or in published tables");
    command.add_option("DIR", options->directory, "Data directory, with assignments/*.csv");
    command.add_flag("--published", options->published,
                     "DIR holds published tables: hold their figures against each other");
    command.add_flag("--coding-quality", options->coding_quality,
                     "How good occupation codes are, by organisation and programme (not for publication)");
    command.add_option("--plugins", options->plugins, "Directory of plugins whose figures --coding-quality looks at")
        ->type_name("DIR");
    command.add_option("--without", options->without, "A rule not to use; can be given several times")
        ->type_name("RULE");
    command.add_flag("--rules", options->rules, "List the rules: why each matters and what to do");
    command.add_flag("--quiet", options->quiet, "Show no progress, and of what was found only the summary");
    command.add_flag("--json", options->json, "Print the findings as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
