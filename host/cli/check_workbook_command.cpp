#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/print.h"
#include "workbook_check/guidance.h"

namespace quarterdeck::cli {

namespace {

struct Options {
    std::string file;
    bool json = false;
};

std::string text(const workbook_check::Departure& departure) {
    std::string place = departure.sheet.empty() ? "The workbook" : fmt::format("Sheet \"{}\"", departure.sheet);
    if (!departure.cell.empty()) place += fmt::format(", cell {}:", departure.cell);
    return fmt::format("{} {} [{}]. {}", place, departure.what, departure.rule, departure.mend);
}

void print_json(const std::string& file, const std::vector<workbook_check::Departure>& departures) {
    Json list = Json::array();
    for (const workbook_check::Departure& departure : departures)
        list.push_back({{"rule", departure.rule},
                        {"sheet", departure.sheet},
                        {"cell", departure.cell},
                        {"what", departure.what},
                        {"mend", departure.mend}});
    print(Json{{"file", file}, {"departures", list}});
}

Status run(const Options& options) {
    using namespace workbook_check;
    const std::vector<Departure> found = departures(read_workbook(read_package(options.file), options.file));
    if (options.json) {
        print_json(options.file, found);
    } else {
        for (const Departure& departure : found) fmt::print("{}\n", text(departure));
        if (found.empty()) fmt::print("{}: nothing to mend.\n", options.file);
    }
    return found.empty() ? Status::done : Status::incomplete;
}

}  // namespace

void add_check_workbook(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand(
        "check-workbook", "Hold a workbook against the guidance on releasing statistics in spreadsheets");
    command.add_option("FILE", options->file, "An Excel workbook")->required();
    command.add_flag("--json", options->json, "Print what was found as JSON");
    command.callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace quarterdeck::cli
