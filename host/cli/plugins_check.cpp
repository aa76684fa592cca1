#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/plugins_commands.h"
#include "plugins/validator/validate.h"
#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::cli {

namespace {

using plugins::Check;
using plugins::CheckOutcome;

struct Options {
    std::string file;
    std::vector<std::string> only;
    std::vector<std::string> skipped;
    bool list = false;
    bool json = false;
};

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void expect_names(const std::vector<std::string>& wanted, const std::vector<const Check*>& all) {
    std::vector<std::string> known;
    known.reserve(all.size());
    for (const Check* check : all) known.emplace_back(check->name);
    for (const std::string& name : wanted)
        if (!contains(known, name))
            throw WrongUse("There is no check called " + name + report::nearest_hint(name, known) +
                           " See them all with: quarterdeck plugins check --list");
}

std::vector<const Check*> chosen_checks(const Options& options) {
    std::vector<const Check*> checks = plugins::all_checks();
    expect_names(options.only, checks);
    expect_names(options.skipped, checks);
    std::erase_if(checks, [&](const Check* check) {
        return (!options.only.empty() && !contains(options.only, check->name)) ||
               contains(options.skipped, check->name);
    });
    return checks;
}

const char* status_text(CheckOutcome::Status status) {
    switch (status) {
        case CheckOutcome::Status::passed: return "passed";
        case CheckOutcome::Status::failed: return "failed";
        case CheckOutcome::Status::not_tried: return "not tried";
    }
    return "";
}

Status list_checks(const Options& options) {
    Json checks = Json::array();
    for (const Check* check : plugins::all_checks()) {
        if (options.json)
            checks.push_back({{"check", check->name}, {"about", check->about}, {"remedy", check->remedy}});
        else
            fmt::print("{}\n    {}\n", check->name, check->about);
    }
    if (options.json) print(checks);
    return Status::done;
}

void print_outcome(const CheckOutcome& outcome) {
    fmt::print("{:<9}  {}", status_text(outcome.status), outcome.check->name);
    if (outcome.status == CheckOutcome::Status::not_tried) fmt::print(": {}", outcome.what);
    fmt::print("\n");
    if (outcome.status == CheckOutcome::Status::failed)
        fmt::print("           {}\n           {}\n", outcome.what, outcome.check->remedy);
}

Json outcome_json(const CheckOutcome& outcome) {
    Json json{{"check", outcome.check->name}, {"about", outcome.check->about}, {"status", status_text(outcome.status)}};
    if (!outcome.what.empty()) json["what"] = outcome.what;
    if (outcome.status == CheckOutcome::Status::failed) json["remedy"] = outcome.check->remedy;
    return json;
}

Status check(const Options& options) {
    if (options.list) return list_checks(options);
    if (options.file.empty())
        throw WrongUse("Name the plugin to check, for instance: quarterdeck plugins check audiology.so");
    const std::vector<CheckOutcome> outcomes = plugins::validate(options.file, chosen_checks(options), {});
    const auto count = [&](CheckOutcome::Status status) {
        return std::count_if(outcomes.begin(), outcomes.end(),
                             [&](const CheckOutcome& outcome) { return outcome.status == status; });
    };
    const auto failed = count(CheckOutcome::Status::failed);
    const auto passed = count(CheckOutcome::Status::passed);
    const auto not_tried = count(CheckOutcome::Status::not_tried);
    if (options.json) {
        Json checks = Json::array();
        for (const CheckOutcome& outcome : outcomes) checks.push_back(outcome_json(outcome));
        print({{"file", options.file},
               {"passed", passed},
               {"failed", failed},
               {"not_tried", not_tried},
               {"checks", checks}});
    } else {
        for (const CheckOutcome& outcome : outcomes) print_outcome(outcome);
        fmt::print("\n{}: {} passed, {} failed, {} not tried\n", options.file, passed, failed, not_tried);
    }
    return failed == 0 ? Status::done : Status::refused;
}

}  // namespace

void add_plugins_check(CLI::App& plugins, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        *plugins.add_subcommand("check", "Check a plugin of your own, and say what to do where it fails");
    command.add_option("FILE", options->file, "A plugin, for instance audiology.so");
    command.add_option("--only", options->only, "Run only these checks")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CHECK,...");
    command.add_option("--skip", options->skipped, "Leave these checks out")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CHECK,...");
    command.add_flag("--list", options->list, "List the checks instead");
    command.add_flag("--json", options->json, "Print as JSON");
    command.callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace quarterdeck::cli
