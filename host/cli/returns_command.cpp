#include <memory>

#include "cli/commands.h"
#include "cli/returns_options.h"

namespace quarterdeck::cli {

namespace {

using Run = Status (*)(const ReturnsOptions&);

/// Adds the commands of `returns`, which share their options.
class Commands {
public:
    Commands(CLI::App& parent, Chosen& chosen) : parent_(parent), chosen_(chosen) {}

    CLI::App& add(const char* name, const char* about, Run run) { return add(parent_, name, about, run); }

    CLI::App& add(CLI::App& parent, const char* name, const char* about, Run run) {
        CLI::App& command = *parent.add_subcommand(name, about);
        command
            .add_option("--register", options_->place,
                        "The register: a file's path, sqlite:///path or postgresql://user@host:port/database")
            ->required()
            ->type_name("URL");
        command.add_flag("--json", options_->json, "Print as JSON");
        command.callback(
            [options = options_, &chosen = chosen_, run] { chosen = [options, run] { return run(*options); }; });
        return command;
    }

    /// Commands of commands.
    CLI::App& group(const char* name, const char* about) {
        CLI::App& group = *parent_.add_subcommand(name, about);
        group.require_subcommand(1);
        return group;
    }

    CLI::Option& quarter(CLI::App& command) {
        return *command
                    .add_option("--quarter", options_->quarter, "Quarter of a financial year, for instance 2023-24Q4")
                    ->type_name("QUARTER");
    }
    CLI::Option& programme(CLI::App& command) {
        return *command.add_option("--programme", options_->programme, "A programme's id, for instance imaging")
                    ->type_name("ID");
    }
    void day(CLI::App& command, const char* about) {
        command.add_option("--on", options_->on, about)->type_name("DATE");
    }
    void plugins(CLI::App& command) {
        command.add_option("--plugins", options_->plugins, "Directory of plugins, instead of the installed ones")
            ->type_name("DIR");
    }
    void templates(CLI::App& command) {
        command.add_option("--templates", options_->design, "Directory of templates, instead of the installed ones")
            ->type_name("DIR");
    }
    ReturnsOptions& options() { return *options_; }

private:
    CLI::App& parent_;
    Chosen& chosen_;
    std::shared_ptr<ReturnsOptions> options_ = std::make_shared<ReturnsOptions>();
};

void add_issue(Commands& commands) {
    CLI::App& command =
        commands.add("issue", "Write a programme's return for a quarter, to be filled in with Excel", issue_return);
    commands.programme(command).required();
    commands.quarter(command).required();
    command.add_option("--out", commands.options().out, "The workbook to write")->required()->type_name("FILE");
    command.add_option("--lang", commands.options().language, "Language of the workbook: en or cy (default: en)")
        ->check(CLI::IsMember({"en", "cy"}));
    commands.plugins(command);
    commands.templates(command);
}

void add_import(Commands& commands) {
    CLI::App& command =
        commands.add("import", "Take a return that was filled in into the register, whole or not", import_return);
    command.add_option("FILE", commands.options().file, "A workbook that `returns issue` wrote")->required();
    commands.programme(command);
    commands.quarter(command);
    commands.day(command, "Day of submission, YYYY-MM-DD (default: today)");
    command.add_flag("--draft", commands.options().draft, "Keep it as a draft, which no report shows");
    commands.plugins(command);
    commands.templates(command);
}

void add_approve(Commands& commands) {
    CLI::App& command =
        commands.add("approve", "Record that a programme's lead stands behind its return", approve_return);
    commands.programme(command).required();
    commands.quarter(command).required();
    command.add_option("--by", commands.options().by, "The lead's role, as the quarter's calendar names it")
        ->required()
        ->type_name("ROLE");
    commands.day(command, "Day of approval, YYYY-MM-DD (default: today)");
}

void add_translate(Commands& commands) {
    CLI::App& translate = commands.group("translate", "Have what programmes wrote translated into the other language");
    CLI::App& out =
        commands.add(translate, "export", "Write the texts of a programme's return into a workbook for a translator",
                     export_translation);
    commands.programme(out).required();
    commands.quarter(out).required();
    out.add_option("--out", commands.options().out, "The workbook to write")->required()->type_name("FILE");
    CLI::App& in = commands.add(translate, "import", "Take a translator's workbook into the register, whole or not",
                                import_translation);
    in.add_option("FILE", commands.options().file, "A workbook that `returns translate export` wrote")->required();
    in.add_option("--reviewed-by", commands.options().by,
                  "The role that approved the translation (default: nobody yet, and reports say so)")
        ->type_name("ROLE");
    commands.day(in, "Day of import, YYYY-MM-DD (default: today)");
    for (CLI::App* command : {&out, &in}) {
        commands.plugins(*command);
        commands.templates(*command);
    }
}

void add_status(Commands& commands) {
    CLI::App& command =
        commands.add("status", "Show who has returned what, what is late, and what was corrected", show_returns);
    commands.quarter(command).required();
    commands.day(command, "Day by which lateness is judged, YYYY-MM-DD (default: today)");
    commands.plugins(command);
}

}  // namespace

void add_returns(CLI::App& app, Chosen& chosen) {
    CLI::App& parent = *app.add_subcommand("returns", "Take in what programmes report on their plans each quarter");
    parent.require_subcommand(1);
    Commands commands(parent, chosen);
    CLI::App& calendar = commands.add("calendar", "Enter the days and the lead roles of a quarter", enter_calendar);
    calendar.add_option("FILE", commands.options().file, "YAML with the quarter's days and leads")->required();
    add_issue(commands);
    add_import(commands);
    add_approve(commands);
    add_translate(commands);
    add_status(commands);
    CLI::App& definitions = commands.add(
        "definitions", "Show how plans differ from those that returns were last issued with", show_definitions);
    commands.plugins(definitions);
}

}  // namespace quarterdeck::cli
