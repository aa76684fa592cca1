#include <fmt/format.h>

#include <algorithm>

#include "cli/returns_options.h"
#include "register/register.h"

namespace quarterdeck::cli {

namespace {

/// How one programme stands with its return of a quarter.
struct Standing {
    std::string programme;
    std::vector<returns::Return> returned;  ///< the last one counts
    std::vector<std::string> missing;       ///< actions of the plan that it lacks
    std::vector<std::string> reminders;     ///< sentences
};

Standing& standing_of(const std::string& programme, std::vector<Standing>& standings) {
    for (Standing& standing : standings)
        if (standing.programme == programme) return standing;
    return standings.emplace_back(Standing{programme, {}, {}, {}});
}

const char* state_name(returns::Return::State state) {
    switch (state) {
        case returns::Return::State::draft: return "draft";
        case returns::Return::State::submitted: return "submitted";
        case returns::Return::State::approved: return "approved";
    }
    return "";
}

bool submitted(const Standing& standing) {
    return std::any_of(standing.returned.begin(), standing.returned.end(),
                       [](const returns::Return& one) { return !one.draft; });
}

std::size_t corrections(const Standing& standing) {
    const auto counted = std::count_if(standing.returned.begin(), standing.returned.end(),
                                       [](const returns::Return& one) { return !one.draft; });
    return counted > 1 ? static_cast<std::size_t>(counted) - 1 : 0;
}

const Date* first_submission(const Standing& standing) {
    for (const returns::Return& one : standing.returned)
        if (!one.draft) return &one.submitted_on;
    return nullptr;
}

/// What is late on a day, by the calendar.
void remind(Standing& standing, const returns::Calendar& calendar, Date today) {
    const Date* first = first_submission(standing);
    if (first == nullptr) {
        const std::int32_t late = today.days() - calendar.return_due.days();
        if (late > 0)
            standing.reminders.push_back(fmt::format("The return was due on {}: {} {} late.", calendar.return_due.iso(),
                                                     late, late == 1 ? "day" : "days"));
        return;
    }
    if (*first > calendar.return_due)
        standing.reminders.push_back(
            fmt::format("It came in on {}; it was due on {}.", first->iso(), calendar.return_due.iso()));
    const returns::Return& last = standing.returned.back();
    if (last.submitted_on > calendar.cut_off)
        standing.reminders.push_back(
            fmt::format("Return {} came in after the cut-off on {}.", last.number, calendar.cut_off.iso()));
    if (!last.approval && today > calendar.sign_off)
        standing.reminders.push_back(
            fmt::format("Return {} was to be approved by {}{}.", last.number, calendar.sign_off.iso(),
                        calendar.lead_of(standing.programme) ? " by " + *calendar.lead_of(standing.programme) : ""));
}

std::vector<std::string> missing_actions(const Programme& programme, const Standing& standing) {
    std::vector<std::string> missing;
    for (const Action& action : programme.actions) {
        if (action.kind != Action::Kind::action) continue;
        const auto has = [&](const returns::Entry& entry) { return entry.action_id == action.id; };
        if (standing.returned.empty() ||
            std::none_of(standing.returned.back().entries.begin(), standing.returned.back().entries.end(), has))
            missing.push_back(action.id);
    }
    return missing;
}

std::vector<Standing> standings(const plugins::Fleet& fleet, const std::vector<returns::Return>& filed,
                                const std::optional<returns::Calendar>& calendar, Date today) {
    std::vector<Standing> standings;
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) standing_of(plugin.programme.id, standings);
    for (const returns::Return& one : filed) standing_of(one.programme, standings).returned.push_back(one);
    for (const plugins::LoadedPlugin& plugin : fleet.loaded()) {
        Standing& standing = standing_of(plugin.programme.id, standings);
        standing.missing = missing_actions(plugin.programme, standing);
    }
    if (calendar)
        for (Standing& standing : standings) remind(standing, *calendar, today);
    return standings;
}

Json return_json(const returns::Return& one) {
    return {{"number", one.number},
            {"state", state_name(one.state())},
            {"submitted_by", one.submitted_by},
            {"submitted_on", one.submitted_on.iso()},
            {"approved_by", one.approval ? Json(one.approval->by) : Json()},
            {"approved_on", one.approval ? Json(one.approval->on.iso()) : Json()},
            {"actions", one.entries.size()},
            {"source_file", one.source_file},
            {"source_sha256", one.source_sha256}};
}

Json standing_json(const Standing& standing) {
    Json list = Json::array();
    for (const returns::Return& one : standing.returned) list.push_back(return_json(one));
    return {{"programme", standing.programme},      {"returned", submitted(standing)},
            {"corrections", corrections(standing)}, {"returns", list},
            {"not_returned", standing.missing},     {"reminders", standing.reminders}};
}

void print_standing(const Standing& standing) {
    if (standing.returned.empty()) {
        fmt::print("{}: not returned.\n", standing.programme);
    } else {
        const returns::Return& last = standing.returned.back();
        fmt::print(
            "{}: {} on {}{}, {} {} from {} (return {}){}.\n", standing.programme, last.draft ? "draft" : "returned",
            last.submitted_on.iso(), last.submitted_by.empty() ? "" : " by " + last.submitted_by, last.entries.size(),
            last.entries.size() == 1 ? "action" : "actions", last.source_file, last.number,
            last.approval ? fmt::format(", approved on {} by {}", last.approval->on.iso(), last.approval->by) : "");
        if (const std::size_t count = corrections(standing); count > 0)
            fmt::print("    Corrected {} {}.\n", count, count == 1 ? "time" : "times");
        if (!standing.missing.empty()) fmt::print("    Not in the return: {}.\n", first_of(standing.missing));
    }
    for (const std::string& reminder : standing.reminders) fmt::print("    {}\n", reminder);
}

Json calendar_json(const std::optional<returns::Calendar>& calendar) {
    if (!calendar) return nullptr;
    return {{"snapshot", calendar->snapshot.iso()},     {"return_due", calendar->return_due.iso()},
            {"cut_off", calendar->cut_off.iso()},       {"sign_off", calendar->sign_off.iso()},
            {"papers_out", calendar->papers_out.iso()}, {"meeting", calendar->meeting.iso()}};
}

}  // namespace

Status show_returns(const ReturnsOptions& options) {
    const returns::Quarter quarter = quarter_of(options.quarter);
    const returns::Register filed = returns::Register::open(options.place, returns::Register::WhenAbsent::refuse);
    const std::optional<returns::Calendar> calendar = filed.calendar(quarter);
    const std::vector<Standing> found = standings(fleet_of(options), filed.returns(quarter), calendar, day_of(options));
    if (options.json) {
        Json programmes = Json::array();
        for (const Standing& standing : found) programmes.push_back(standing_json(standing));
        print({{"quarter", quarter.text()}, {"calendar", calendar_json(calendar)}, {"programmes", programmes}});
        return Status::done;
    }
    fmt::print("Returns for {}{}\n", quarter.text(),
               calendar ? fmt::format(", due on {}", calendar->return_due.iso()) : "");
    for (const Standing& standing : found) print_standing(standing);
    return Status::done;
}

}  // namespace quarterdeck::cli
