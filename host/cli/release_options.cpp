#include "cli/release_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>

#include "refusal.h"

namespace quarterdeck::cli {

namespace {

using returns::Edition;

constexpr std::size_t longest_text = 300;

Date today() {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Date::from_days(static_cast<std::int32_t>(day.time_since_epoch().count()));
}

/// Whether a text is a day and a time, as in "2023-05-01 09:30".
bool is_day_and_time(const std::string& text) {
    constexpr std::size_t length = 16;
    constexpr std::size_t day = 10;
    if (text.size() != length || text[day] != ' ' || text[day + 3] != ':' || !Date::parse(text.substr(0, day)))
        return false;
    const auto number = [&](std::size_t from, int below) {
        int value = -1;
        const char* end = text.data() + from + 2;
        const auto [stop, error] = std::from_chars(text.data() + from, end, value);
        return error == std::errc{} && stop == end && text[from] != '-' && value < below;
    };
    return number(day + 1, 24) && number(day + 4, 60);
}

template <std::size_t count>
std::size_t place_of(const std::string& name, const std::array<std::string_view, count>& names) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

template <std::size_t count>
std::set<std::string> set_of(const std::array<std::string_view, count>& names) {
    return {names.begin(), names.end()};
}

void expect_role(const std::string& by) {
    if (by.find('@') != std::string::npos || by.size() > longest_text)
        throw WrongUse("--by names a role, for instance \"Head of workforce analysis\", never a person or an address.");
}

}  // namespace

void add_release_options(CLI::App& command, ReleaseOptions& options) {
    command
        .add_option("--state", options.state,
                    "How the release is to stand: draft (default), approved or issued. The register records the last "
                    "two")
        ->check(CLI::IsMember(set_of(returns::edition_state_names)))
        ->type_name("STATE");
    command.add_option("--audience", options.audience, "Who may see it: restricted (default), group or public")
        ->check(CLI::IsMember(set_of(returns::audience_names)))
        ->type_name("WHO");
    command
        .add_option("--embargo", options.embargo,
                    "Nothing in it may be made known before this day and time, for instance \"2023-05-01 09:30\"")
        ->type_name("TIME");
    command.add_option("--by", options.by, "The role that approves or issues it, never a person")->type_name("ROLE");
    command.add_option("--note", options.note, "Why there is a further edition")->type_name("TEXT");
    command.add_option("--on", options.on, "Day of approval or issue for the register (default: today)")
        ->type_name("DATE");
    command
        .add_option("--edition", options.edition,
                    "Make a recorded edition again, from the same records and programs: the same bytes as then")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    command
        .add_option("--previous", options.previous,
                    "Directory of a release that went out before (may be repeated): what it printed and hid is taken "
                    "into account")
        ->type_name("DIR")
        ->allow_extra_args(false);
    command.add_flag("--first-release", options.first_release, "Nothing went out before this release");
}

ReleaseRequest release_request(const ReleaseOptions& options) {
    const bool again = options.edition > 0;
    if (again && !(options.audience.empty() && options.embargo.empty() && options.by.empty() && options.note.empty() &&
                   options.on.empty()))
        throw WrongUse(
            "--edition makes a recorded edition again, with the audience, embargo, role and note that the "
            "register has. Leave these options out.");
    expect_role(options.by);
    if (options.note.size() > longest_text)
        throw WrongUse(fmt::format("--note has more than {} characters. Say it in a sentence.", longest_text));
    if (!options.embargo.empty() && !is_day_and_time(options.embargo))
        throw WrongUse(fmt::format("--embargo is \"{}\"; expected a day and a time, for instance \"2023-05-01 09:30\".",
                                   options.embargo));
    const std::optional<Date> on = options.on.empty() ? today() : Date::parse(options.on);
    if (!on)
        throw WrongUse(
            fmt::format("--on is \"{}\"; expected a day as YYYY-MM-DD, for instance 2024-04-12.", options.on));
    ReleaseRequest request{.state_given = !options.state.empty(),
                           .embargo = options.embargo,
                           .by = options.by,
                           .note = options.note,
                           .on = *on,
                           .edition = again ? std::optional(options.edition) : std::nullopt,
                           .previous = options.previous,
                           .first_release = options.first_release};
    if (!options.state.empty())
        request.state = static_cast<Edition::State>(place_of(options.state, returns::edition_state_names));
    if (!options.audience.empty())
        request.audience = static_cast<Edition::Audience>(place_of(options.audience, returns::audience_names));
    return request;
}

void print_standing(const ReportOutcome& outcome) {
    const auto state = returns::edition_state_names[static_cast<std::size_t>(outcome.edition.state)];
    fmt::print("Edition {} of {}, {}: {}.\n", outcome.edition.edition, outcome.edition.report,
               outcome.edition.quarter.text(), state);
    if (!outcome.history)
        fmt::print(
            "It takes no account of earlier releases, and says so on every page. Name the register with "
            "--register, or their directories with --previous.\n");
    for (const std::string& sentence : outcome.revised) fmt::print("Revised: {}\n", sentence);
}

nlohmann::ordered_json standing_json(const ReportOutcome& outcome) {
    return {{"state", returns::edition_state_names[static_cast<std::size_t>(outcome.edition.state)]},
            {"edition", outcome.edition.edition},
            {"audience", returns::audience_names[static_cast<std::size_t>(outcome.edition.audience)]},
            {"earlier_releases_taken_into_account", outcome.history},
            {"revised", outcome.revised}};
}

}  // namespace quarterdeck::cli
