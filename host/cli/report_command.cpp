#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <memory>

#include "cli/commands.h"
#include "cli/findings_text.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/progress_line.h"
#include "cli/release_options.h"
#include "cli/summary.h"
#include "pipeline.h"
#include "refusal.h"
#include "snapshot/refused_input.h"
#include "warehouse/place.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::vector<std::string> templates;
    std::string data;
    std::string as_at;
    std::string out;
    std::string language = "all";
    std::string plugins;
    std::string design;
    std::string register_place;
    std::string certificate;
    std::string trust;
    double plugin_deadline = 10;
    std::string disclosure = "protect";
    ReleaseOptions release;
    std::string keep_snapshots;
    std::uint64_t memory = 0;
    int timeout = 600;
    bool no_charts = false;
    bool json = false;
    bool quiet = false;
};

std::vector<Language> languages(const std::string& choice) {
    if (choice == "en") return {Language::english};
    if (choice == "cy") return {Language::welsh};
    return {Language::english, Language::welsh};
}

ReportRequest request_from(const Options& options) {
    if (options.disclosure == "none" && !options.certificate.empty())
        throw WrongUse(
            "--certificate says how figures are protected, and with --disclosure none they aren't. Leave out "
            "one of the two.");
    if (warehouse::is_url(options.data) && (!options.keep_snapshots.empty() || options.memory > 0))
        throw WrongUse(
            "--keep-snapshots and --memory are about reading files, and --data names a warehouse. Leave them out.");
    const std::optional<Date> as_at = Date::parse(options.as_at);
    if (!as_at)
        throw WrongUse(
            fmt::format("--as-at is \"{}\"; expected a day as YYYY-MM-DD, for instance 2023-03-31.", options.as_at));
    return {.templates = options.templates,
            .data = options.data,
            .as_at = *as_at,
            .out = options.out.empty() ? "report-" + as_at->iso() : options.out,
            .languages = languages(options.language),
            .plugins = chosen_plugins(options.plugins),
            .design = chosen_templates(options.design),
            .register_place = options.register_place,
            .release = release_request(options.release),
            .certificate = options.certificate,
            .trust = options.trust,
            .plugin_deadline = std::chrono::milliseconds(std::lround(options.plugin_deadline * 1000)),
            .protect = options.disclosure != "none",
            .keep_snapshots = options.keep_snapshots,
            .memory = options.memory,
            .charts = !options.no_charts,
            .warehouse_timeout = std::chrono::seconds(options.timeout)};
}

/// Rows that tell of everybody in them the same: by table and label, never by figure.
void print_group_rows(const ReportOutcome& outcome) {
    if (outcome.group_rows.empty()) return;
    fmt::print(
        "Whoever knows that somebody is counted in one of these rows learns something of them. To hide such rows, set "
        "group_disclosure: suppress in the template's policy; to hear no more of them, ignore.\n");
    for (const std::string& row : outcome.group_rows) fmt::print("  {}.\n", row);
}

void print_outcome(const ReportRequest& request, const ReportOutcome& outcome) {
    fmt::print("{}\n", counts_text(outcome.input));
    for (const validate::Finding& finding : outcome.input.findings) fmt::print("{}", finding_text(finding));
    for (const Date& date : outcome.absent)
        fmt::print("There are no records at {}, so figures that look back to that day are shown as [x].\n", date.iso());
    for (const Date& date : outcome.not_joined)
        fmt::print(
            "The release as at {} followed people between dates whose records aren't all here, so what it printed of "
            "them wasn't taken into account. Add the records of these dates to the data directory to have it so.\n",
            date.iso());
    if (!outcome.missing.empty()) {
        fmt::print("Something is missing from the release:\n");
        for (const std::string& sentence : outcome.missing) fmt::print("  {}\n", sentence);
    }
    print_standing(outcome);
    print_group_rows(outcome);
    if (!request.certificate.empty() && outcome.missing.empty())
        fmt::print("The certificate with intervals, not for publication, is {}.\n", request.certificate.string());
    for (const std::string& protection : outcome.lacking)
        fmt::print("Reduced sandbox: this machine's kernel doesn't offer {}.\n",
                   protection == "file_rules"
                       ? "file rules (Landlock), so a plugin could have read files"
                       : "system call filters (seccomp), so a plugin could have used the network");
    if (!request.protect) fmt::print("Nothing was hidden: these files are not for publication.\n");
    fmt::print("{} files are in {}. To read:\n", outcome.files.size() + 1, request.out.string());
    for (const std::string& file : outcome.files)
        if (file.ends_with(".html") || file.ends_with(".xlsx")) fmt::print("  {}\n", (request.out / file).string());
}

void print_json(const ReportRequest& request, const ReportOutcome& outcome) {
    nlohmann::ordered_json json = findings_json(outcome.input);
    json["out"] = request.out.string();
    json.update(standing_json(outcome));
    json["complete"] = outcome.missing.empty();
    json["missing"] = outcome.missing;
    json["group_disclosure"] = outcome.group_rows;
    json["reduced_sandbox"] = outcome.lacking;
    json["files"] = outcome.files;
    json["to_do"] = to_do_json(tasks_of(outcome.input.findings));
    print(json);
}

/// What a manager wants to know of it.
void print_summary(const ReportRequest& request, const ReportOutcome& outcome) {
    const auto state = returns::edition_state_names[static_cast<std::size_t>(outcome.edition.state)];
    fmt::print("In short\n  Made: {} as {} with {} in {}.\n", counted(request.templates.size(), "report"), state,
               counted(outcome.files.size() + 1, "file"), request.out.string());
    fmt::print("  Read: {}.\n  Good: {}.\n", read_text(outcome.input), good_text(outcome.input));
    if (request.protect)
        fmt::print(
            "        Small numbers are protected, and the finished files were attacked before they were published.\n");
    fmt::print("  To do:\n");
    const std::vector<Task> tasks = tasks_of(outcome.input.findings);
    if (!outcome.missing.empty()) fmt::print("    Programmes:\n");
    for (const std::string& sentence : outcome.missing) fmt::print("      {}\n", sentence);
    if (!tasks.empty() || outcome.missing.empty()) fmt::print("{}", to_do_text(tasks));
}

/// A refusal for what was found in the records is told to programs too.
ReportOutcome make(const ReportRequest& request, const Options& options) {
    try {
        ProgressLine line(options.quiet);
        return make_reports(request, line.progress());
    } catch (const snapshot::RefusedInput& refused) {
        if (options.json) {
            Json json = findings_json(*refused.input);
            json["refused"] = true;
            json["to_do"] = to_do_json(tasks_of(refused.input->findings));
            print(json);
        }
        throw;
    }
}

Status run(const Options& options) {
    const ReportRequest request = request_from(options);
    const ReportOutcome outcome = make(request, options);
    if (options.json) {
        print_json(request, outcome);
    } else {
        if (!options.quiet) print_outcome(request, outcome);
        print_summary(request, outcome);
    }
    return outcome.missing.empty() ? Status::done : Status::incomplete;
}

}  // namespace

void add_report(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand("report", "Make reports from a data directory, as one release");
    command.add_option("TEMPLATE", options->templates, "Names of templates, for instance appendix-tables")->required();
    command
        .add_option("--data", options->data,
                    "Data directory, with assignments/*.csv; or the URL of a warehouse (see quarterdeck load)")
        ->required()
        ->type_name("DIR");
    command.add_option("--as-at", options->as_at, "Snapshot date of the report, YYYY-MM-DD")
        ->required()
        ->type_name("DATE");
    command
        .add_option("--out", options->out,
                    "Where the release goes: a directory that is absent, empty or holds an "
                    "earlier release (default: report-DATE)")
        ->type_name("DIR");
    command.add_option("--lang", options->language, "Language of the reports: en, cy or all (default: all)")
        ->check(CLI::IsMember({"en", "cy", "all"}))
        ->type_name("LANG");
    command.add_option("--plugins", options->plugins, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    command
        .add_option("--trust", options->trust,
                    "Trust file: which builds of plugins this site accepts (default: all, and the report says so)")
        ->type_name("FILE");
    command
        .add_option("--plugin-deadline", options->plugin_deadline,
                    "How long a plugin may take for one answer (default: 10)")
        ->check(CLI::Range(0.1, 3600.0))
        ->type_name("SECONDS");
    command.add_option("--templates", options->design, "Directory of templates, instead of the installed ones")
        ->type_name("DIR");
    command
        .add_option("--register", options->register_place,
                    "Register of the programmes' returns, a file's path or sqlite:///path; shows how each plan stands")
        ->type_name("URL");
    add_release_options(command, options->release);
    command
        .add_option("--certificate", options->certificate,
                    "Where the certificate with the interval of each hidden figure goes: a file outside the release, "
                    "for the analyst only")
        ->type_name("FILE");
    command
        .add_option("--disclosure", options->disclosure,
                    "protect (default) hides small numbers; none shows all and marks every page \"not for "
                    "publication\"")
        ->check(CLI::IsMember({"protect", "none"}))
        ->type_name("HOW");
    command
        .add_option("--keep-snapshots", options->keep_snapshots,
                    "Where snapshots of the records are kept, so that the next report from the same records needn't "
                    "read them again: a folder of your own, since they are personal data")
        ->type_name("DIR");
    command
        .add_option("--memory", options->memory,
                    "Most memory that the run may take, for instance 800MB or 2GB: refused beforehand when it would "
                    "take more (default: no limit)")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
    command.add_option("--timeout", options->timeout, "How long a warehouse may take for one statement (default: 600)")
        ->check(CLI::Range(1, 86'400))
        ->type_name("SECONDS");
    command.add_flag("--no-charts", options->no_charts, "Leave the charts out of pages and workbooks; tables stay");
    command.add_flag("--quiet", options->quiet, "Show no progress, and of the outcome only the summary");
    command.add_flag("--json", options->json, "Print the outcome as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
