#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/print.h"
#include "plugins/fleet.h"
#include "refusal.h"
#include "render/html_shape.h"
#include "render/html_template.h"
#include "render/workbook_settings.h"
#include "report/assemble.h"
#include "report/scenarios.h"
#include "report/template_folder.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string folder;
    std::string plugins;
    bool json = false;
};

/// What is wrong in a template: of each of its files the first fault, a sentence each.
class Faults {
public:
    template <class Check>
    void look(const Check& check) {
        try {
            check();
        } catch (const Refusal& refusal) {
            found_.emplace_back(refusal.what());
        }
    }

    const std::vector<std::string>& found() const { return found_; }

private:
    std::vector<std::string> found_;
};

std::vector<std::string> ids_of(const std::vector<const Programme*>& programmes) {
    std::vector<std::string> ids;
    ids.reserve(programmes.size());
    for (const Programme* programme : programmes) ids.push_back(programme->id);
    return ids;
}

std::vector<std::string> faults_of(const std::filesystem::path& folder, const plugins::Fleet& fleet) {
    std::vector<const Programme*> programmes;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) programmes.push_back(&plugin.programme);
    Faults faults;
    faults.look([&] {
        const auto design = report::TemplateFolder::read(folder.parent_path(), folder.filename().string());
        faults.look([&] { report::wanted_metrics(design, programmes, {}); });
        faults.look([&] {
            render::PageTemplate::read(folder, folder.parent_path() / "partials", render::page_shape(design.locale));
        });
    });
    faults.look([&] { render::spreadsheet::Settings::read(folder); });
    faults.look([&] {
        if (const auto scenarios = report::ScenarioFile::read(folder, 0))
            report::expect_programmes(*scenarios, ids_of(programmes));
    });
    return faults.found();
}

Status run(const Options& options) {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::weakly_canonical(options.folder, error);
    if (error || !std::filesystem::is_directory(folder, error))
        throw Refusal(fmt::format("{}: there is no such folder. Name a template's folder, with report.yaml in it.",
                                  options.folder));
    const plugins::Fleet fleet = plugins::Fleet::launch(chosen_plugins(options.plugins), {});
    const std::vector<std::string> faults = faults_of(folder, fleet);
    if (options.json)
        print(Json{{"template", folder.filename().string()}, {"faults", faults}});
    else if (faults.empty())
        fmt::print("{}: nothing to mend.\n", folder.filename().string());
    else
        for (const std::string& fault : faults) fmt::print("{}\n", fault);
    return faults.empty() ? Status::done : Status::refused;
}

}  // namespace

void add_template(CLI::App& app, Chosen& chosen) {
    CLI::App& command = *app.add_subcommand("template", "Work on the templates of reports");
    command.require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App& check = *command.add_subcommand("check", "Say what is wrong in a template, with file and line");
    check.add_option("DIR", options->folder, "The template's folder, beside partials and locale")->required();
    check.add_option("--plugins", options->plugins, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    check.add_flag("--json", options->json, "Print the faults as JSON");
    check.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
