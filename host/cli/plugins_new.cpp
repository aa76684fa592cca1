#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/places.h"
#include "cli/plugins_commands.h"
#include "plugins/scaffold.h"
#include "process/installation.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string id;
    std::string out;
    Text title;
};

/// Where the SDK is, or a name for it where this program isn't installed beside one.
std::string sdk_place() {
    const std::filesystem::path here = installation();
    return std::filesystem::exists(here / "lib/cmake/Quarterdeck") ? here.string() : "\"$PREFIX\"";
}

Status write(const Options& options) {
    const std::string out = options.out.empty() ? options.id : options.out;
    plugins::write_project({.model = default_plugin_model(), .out = out, .id = options.id, .title = options.title});
    fmt::print(
        "The project is in {}. Build it and run its test:\n\n"
        "  cd {}\n"
        "  cmake -B build -D CMAKE_PREFIX_PATH={}\n"
        "  cmake --build build\n"
        "  ctest --test-dir build --output-on-failure\n\n"
        "Its README.md says what to change first.\n",
        out, out, sdk_place());
    if (options.title.cy.empty())
        fmt::print(
            "No Welsh title was given, so the English one stands in its place: correct it in {}.cpp and in "
            "report.yaml.\n",
            options.id);
    return Status::done;
}

}  // namespace

void add_plugins_new(CLI::App& plugins, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *plugins.add_subcommand("new", "Write the project of a new plugin, complete with a test");
    command.add_option("ID", options->id, "The programme's id, for instance audiology")->required();
    command.add_option("--out", options->out, "The project's folder, which must not be there yet (default: ID)")
        ->type_name("DIR");
    command.add_option("--title", options->title.en, "The programme's English title (default: made from the id)")
        ->type_name("TEXT");
    command.add_option("--title-cy", options->title.cy, "The programme's Welsh title")->type_name("TEXT");
    command.callback([options, &chosen] { chosen = [options] { return write(*options); }; });
}

}  // namespace quarterdeck::cli
