#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/places.h"
#include "extract/mapped_file.h"
#include "extract/sha256.h"
#include "plugins/fleet.h"
#include "refusal.h"
#include "register/register.h"
#include "register/return_file.h"
#include "report/nearest.h"

namespace quarterdeck::cli {

namespace {

using Json = nlohmann::ordered_json;
using returns::Quarter;
using returns::Register;

struct Options {
    std::string file;
    std::string programme;
    std::string quarter;
    std::string place;
    std::string by;
    std::string on;
    std::string plugins;
    bool json = false;
};

constexpr std::size_t faults_shown = 50;
constexpr std::size_t ids_shown = 12;
constexpr std::size_t largest_file = std::size_t{16} << 20;

void print(const Json& json) {
    fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

Quarter quarter_from(const Options& options) {
    const std::optional<Quarter> quarter = Quarter::parse(options.quarter);
    if (!quarter)
        throw WrongUse(fmt::format(
            "--quarter is \"{}\"; expected a quarter of a financial year, for instance 2023-24Q4 for January to March "
            "2024.",
            options.quarter));
    return *quarter;
}

Date submission_day(const Options& options) {
    if (options.on.empty()) {
        const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
        return Date::from_days(static_cast<std::int32_t>(today.time_since_epoch().count()));
    }
    const std::optional<Date> day = Date::parse(options.on);
    if (!day)
        throw WrongUse(
            fmt::format("--on is \"{}\"; expected a day as YYYY-MM-DD, for instance 2024-04-12.", options.on));
    return *day;
}

plugins::Fleet fleet_of(const Options& options) {
    return plugins::Fleet::launch(options.plugins.empty() ? default_plugins() : std::filesystem::path(options.plugins),
                                  {});
}

const Programme& programme_of(const plugins::Fleet& fleet, const std::string& id) {
    std::vector<std::string> ids;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
        if (plugin.programme.id == id) return plugin.programme;
        ids.push_back(plugin.programme.id);
    }
    std::string text = fmt::format("No plugin supplies the programme \"{}\"{}", id, report::nearest_hint(id, ids));
    for (const plugins::RefusedPlugin& plugin : fleet.refused())
        text += fmt::format("\n{}: {} {}", plugin.file.filename().string(), plugin.what, plugin.remedy);
    throw Refusal(text);
}

/// What a file holds, and its checksum.
struct Source {
    returns::ReturnFile content;
    std::string sha256;
};

Source source_from(const std::string& path, const std::vector<std::string>& action_ids) {
    try {
        const extract::MappedFile file(path);
        if (file.bytes().size() > largest_file)
            throw Refusal(fmt::format("{}: the file has {} bytes; expected a return of at most {}.", path,
                                      file.bytes().size(), largest_file));
        Source source{returns::read_return(file.bytes(), action_ids), extract::sha256(file.bytes())};
        if (file.changed())
            throw Refusal(fmt::format("{}: the file changed while it was read. Import it again.", path));
        return source;
    } catch (const Refusal&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Refusal(fmt::format("{}: the file can't be read: {}.", path, error.what()));
    }
}

Status refuse(const Options& options, const std::vector<returns::Fault>& faults) {
    if (options.json) {
        Json list = Json::array();
        for (const returns::Fault& fault : faults)
            list.push_back(
                {{"file", options.file}, {"line", fault.line}, {"column", fault.column}, {"what", fault.what}});
        print({{"taken", false}, {"faults", list}});
        return Status::refused;
    }
    for (std::size_t i = 0; i < std::min(faults.size(), faults_shown); ++i)
        fmt::print(stderr, "{}\n", fault_text(options.file, faults[i]));
    if (faults.size() > faults_shown) fmt::print(stderr, "… and {} more.\n", faults.size() - faults_shown);
    fmt::print(stderr, "Nothing was taken from this return. Mend it and import it again.\n");
    return Status::refused;
}

std::vector<std::string> not_in(const std::vector<returns::Entry>& entries,
                                const std::vector<std::string>& action_ids) {
    std::vector<std::string> missing;
    for (const std::string& id : action_ids)
        if (std::none_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.action_id == id; }))
            missing.push_back(id);
    return missing;
}

std::string first_of(const std::vector<std::string>& ids) {
    const std::size_t shown = std::min(ids.size(), ids_shown);
    std::string text =
        fmt::format("{}", fmt::join(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    return ids.size() > shown ? text + fmt::format(" and {} more", ids.size() - shown) : text;
}

void print_taken(const Options& options, const returns::Return& taken, const std::optional<returns::Return>& earlier,
                 const std::vector<std::string>& missing) {
    if (options.json)
        return print({{"taken", true},
                      {"number", taken.number},
                      {"programme", taken.programme},
                      {"quarter", taken.quarter.text()},
                      {"entries", taken.entries.size()},
                      {"not_returned", missing},
                      {"corrects", earlier ? Json(earlier->number) : Json()},
                      {"source_sha256", taken.source_sha256}});
    fmt::print("Return {} ({}, {}): {} {} taken from {}.\n", taken.number, taken.programme, taken.quarter.text(),
               taken.entries.size(), taken.entries.size() == 1 ? "entry" : "entries", options.file);
    if (earlier) fmt::print("It corrects return {}, which stays in the register.\n", earlier->number);
    if (!missing.empty()) fmt::print("Not returned: {}.\n", first_of(missing));
}

std::vector<std::string> action_ids(const Programme& programme) {
    std::vector<std::string> ids;
    for (const Action& action : programme.actions) ids.push_back(action.id);
    return ids;
}

Status import(const Options& options) {
    const Quarter quarter = quarter_from(options);
    const Date day = submission_day(options);
    const plugins::Fleet fleet = fleet_of(options);
    const std::vector<std::string> plan = action_ids(programme_of(fleet, options.programme));
    Source source = source_from(options.file, plan);
    if (!source.content.faults.empty()) return refuse(options, source.content.faults);

    returns::Return content{.programme = options.programme,
                            .quarter = quarter,
                            .submitted_by = options.by,
                            .submitted_on = day,
                            .source_file = std::filesystem::path(options.file).filename().string(),
                            .source_sha256 = source.sha256,
                            .entries = std::move(source.content.entries)};
    Register filed = Register::open(options.place, Register::WhenAbsent::create);
    const std::optional<returns::Return> earlier = filed.latest(content.programme, quarter);
    content.number = filed.append(content);
    print_taken(options, content, earlier, not_in(content.entries, plan));
    return Status::done;
}

/// How one programme stands with its return of a quarter.
struct Standing {
    std::string programme;
    std::vector<returns::Return> returned;  ///< the last one counts
    std::vector<std::string> missing;       ///< entries of the plan that it lacks
};

Standing& standing_of(const std::string& programme, std::vector<Standing>& standings) {
    for (Standing& standing : standings)
        if (standing.programme == programme) return standing;
    return standings.emplace_back(Standing{programme, {}, {}});
}

std::vector<Standing> standings(const plugins::Fleet& fleet, const std::vector<returns::Return>& filed) {
    std::vector<Standing> standings;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) standing_of(plugin.programme.id, standings);
    for (const returns::Return& one : filed) standing_of(one.programme, standings).returned.push_back(one);
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
        Standing& standing = standing_of(plugin.programme.id, standings);
        const bool returned = !standing.returned.empty();
        standing.missing = not_in(returned ? standing.returned.back().entries : std::vector<returns::Entry>(),
                                  action_ids(plugin.programme));
    }
    return standings;
}

Json standing_json(const Standing& standing) {
    Json list = Json::array();
    for (const returns::Return& one : standing.returned)
        list.push_back({{"number", one.number},
                        {"submitted_by", one.submitted_by},
                        {"submitted_on", one.submitted_on.iso()},
                        {"entries", one.entries.size()},
                        {"source_file", one.source_file},
                        {"source_sha256", one.source_sha256}});
    return {{"programme", standing.programme},
            {"returned", !standing.returned.empty()},
            {"returns", list},
            {"not_returned", standing.missing}};
}

void print_standing(const Standing& standing) {
    if (standing.returned.empty()) {
        fmt::print("{}: not returned.\n", standing.programme);
        return;
    }
    const returns::Return& last = standing.returned.back();
    fmt::print("{}: returned on {}{}, {} {} from {} (return {}).\n", standing.programme, last.submitted_on.iso(),
               last.submitted_by.empty() ? "" : " by " + last.submitted_by, last.entries.size(),
               last.entries.size() == 1 ? "entry" : "entries", last.source_file, last.number);
    if (const std::size_t corrections = standing.returned.size() - 1; corrections > 0)
        fmt::print("    Corrected {} {}.\n", corrections, corrections == 1 ? "time" : "times");
    if (!standing.missing.empty()) fmt::print("    Not in the return: {}.\n", first_of(standing.missing));
}

Status status(const Options& options) {
    const Quarter quarter = quarter_from(options);
    const Register filed = Register::open(options.place, Register::WhenAbsent::refuse);
    const std::vector<Standing> found = standings(fleet_of(options), filed.returns(quarter));
    if (options.json) {
        Json programmes = Json::array();
        for (const Standing& standing : found) programmes.push_back(standing_json(standing));
        print({{"quarter", quarter.text()}, {"programmes", programmes}});
        return Status::done;
    }
    fmt::print("Returns for {}\n", quarter.text());
    for (const Standing& standing : found) print_standing(standing);
    return Status::done;
}

void add_common(CLI::App& command, Options& options) {
    command.add_option("--quarter", options.quarter, "Quarter of a financial year, for instance 2023-24Q4")
        ->required()
        ->type_name("QUARTER");
    command.add_option("--register", options.place, "The register: a file's path or sqlite:///path")
        ->required()
        ->type_name("URL");
    command.add_option("--plugins", options.plugins, "Directory of plugins, instead of the installed ones")
        ->type_name("DIR");
    command.add_flag("--json", options.json, "Print as JSON");
}

}  // namespace

void add_returns(CLI::App& app, Chosen& chosen) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = *app.add_subcommand("returns", "Take in what programmes report on their plans each quarter");
    command.require_subcommand(1);

    CLI::App& taking = *command.add_subcommand("import", "Take a programme's return into the register, whole or not");
    taking
        .add_option("FILE", options->file,
                    "CSV with the columns action_id, status, rating, percent_complete, narrative and forecast")
        ->required();
    taking.add_option("--programme", options->programme, "Programme that returns, for instance imaging")
        ->required()
        ->type_name("ID");
    taking.add_option("--by", options->by, "Role that submits it, for instance \"Programme manager\"")
        ->type_name("ROLE");
    taking.add_option("--on", options->on, "Day of submission, YYYY-MM-DD (default: today)")->type_name("DATE");
    add_common(taking, *options);
    taking.callback([options, &chosen] { chosen = [options] { return import(*options); }; });

    CLI::App& listing = *command.add_subcommand("status", "Show who has returned what, and what is missing");
    add_common(listing, *options);
    listing.callback([options, &chosen] { chosen = [options] { return status(*options); }; });
}

}  // namespace quarterdeck::cli
