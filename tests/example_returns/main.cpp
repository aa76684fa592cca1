#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "fill.h"
#include "plugins/fleet.h"
#include "refusal.h"
#include "register/form/new_form.h"
#include "register/form/workbook_form.h"
#include "register/register.h"
#include "story.h"

namespace {

using namespace quarterdeck;

struct Options {
    std::string place;
    std::string quarter;
    std::filesystem::path plugins;
    std::filesystem::path templates;
    std::filesystem::path out;
};

returns::Definitions definitions_of(const Programme& programme) {
    return {.programme = programme.id, .version = programme.version, .actions = programme.actions};
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw Refusal(fmt::format("{}: the return can't be written.", path.string()));
}

int run(int count, char** arguments) {
    Options options;
    CLI::App app{
        "Writes the programmes' made-up returns for a quarter, filled in as they would be, as workbooks to import.\n"
        "Exit status: 0 done; 2 wrong use; 3 input refused or output not writable; 4 internal error.",
        "quarterdeck-example-returns"};
    app.add_option("--register", options.place, "the register that the workbooks are issued from")->required();
    app.add_option("--quarter", options.quarter, "2022-23Q3, or 2022-23Q4 after that was imported")->required();
    app.add_option("--plugins", options.plugins, "directory of plugins")->required()->type_name("DIR");
    app.add_option("--templates", options.templates, "directory of templates")->required()->type_name("DIR");
    app.add_option("--out", options.out, "directory that the workbooks go to")->required()->type_name("DIR");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const std::optional<returns::Quarter> quarter = returns::Quarter::parse(options.quarter);
    if (!quarter || (quarter->text() != example::first_quarter && quarter->text() != example::second_quarter))
        throw WrongUse(fmt::format("There is no story for \"{}\"; expected {} or {}.", options.quarter,
                                   example::first_quarter, example::second_quarter));
    const plugins::Fleet fleet = plugins::Fleet::launch(options.plugins, {});
    std::vector<const Programme*> programmes;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) programmes.push_back(&plugin.programme);
    const report::Locale locale = report::Locale::read(options.templates / "locale");
    returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::create);
    std::filesystem::create_directories(options.out);
    for (const Programme* programme : programmes) {
        std::optional<returns::Return> told = example::story(programme->id, *quarter);
        if (!told) continue;
        example::fill(*told, *programme, programmes);
        returns::FormContext context{.programme_title = programme->title,
                                     .definitions = definitions_of(*programme),
                                     .others = {},
                                     .reported = filed.reported(*quarter),
                                     .correcting = std::move(told)};
        for (const Programme* other : programmes)
            if (other != programme) context.others.push_back(definitions_of(*other));
        const std::filesystem::path path = options.out / fmt::format("{}-{}.xlsx", programme->id, quarter->text());
        write(path, returns::form_workbook(returns::new_form(context, locale)));
        filed.keep(context.definitions);
        fmt::print("{}\n", path.string());
    }
    return 0;
}

int fail(int status, const std::exception& error) {
    fmt::print(stderr, "quarterdeck-example-returns: {}\n", error.what());
    return status;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const WrongUse& error) {
        return fail(2, error);
    } catch (const Refusal& error) {
        return fail(3, error);
    } catch (const std::exception& error) {
        return fail(4, error);
    }
}
