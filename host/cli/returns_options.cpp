#include "cli/returns_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "cli/places.h"
#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::cli {

returns::Quarter quarter_of(const std::string& text) {
    const std::optional<returns::Quarter> quarter = returns::Quarter::parse(text);
    if (!quarter)
        throw WrongUse(fmt::format(
            "--quarter is \"{}\"; expected a quarter of a financial year, for instance 2023-24Q4 for January to March "
            "2024.",
            text));
    return *quarter;
}

Date day_of(const ReturnsOptions& options) {
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

plugins::Fleet fleet_of(const ReturnsOptions& options) {
    return plugins::Fleet::launch(chosen_plugins(options.plugins), {});
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

returns::Definitions definitions_of(const Programme& programme) {
    return {.programme = programme.id, .version = programme.version, .actions = programme.actions};
}

std::string first_of(const std::vector<std::string>& ids) {
    constexpr std::size_t most = 12;
    const std::size_t shown = std::min(ids.size(), most);
    std::string text =
        fmt::format("{}", fmt::join(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    return ids.size() > shown ? text + fmt::format(" and {} more", ids.size() - shown) : text;
}

}  // namespace quarterdeck::cli
