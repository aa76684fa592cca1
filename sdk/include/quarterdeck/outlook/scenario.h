#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "quarterdeck/outlook/assumption.h"
#include "quarterdeck/query.h"
#include "quarterdeck/table.h"

/// Scenarios, as the host passes them on from a template's `scenarios.yaml`: as two published series, so that a plugin
/// asks for them like for any other figures. Each takes `by` fields, and one value a row.
///
/// | Series | subject | provider | stage | value |
/// |---|---|---|---|---|
/// | scenario_title | scenario | its title in English | its title in Welsh | its place in the file, from 1 |
/// | scenario | scenario; `settings` for those of all | programme that it concerns; empty: all | lever or setting |
/// number |
namespace quarterdeck::outlook {

inline constexpr const char* settings_subject = "settings";

struct Scenario {
    std::string id;
    Text title;
    std::int64_t place = 0;
    Levers levers;
};

/// What a template says of its scenarios.
struct Scenarios {
    int start_year = 2023;  ///< the year of the report's date
    int years = 5;
    int runs = 400;          ///< futures drawn behind each range
    std::uint64_t seed = 1;  ///< of the first of them
    std::vector<Scenario> all;
};

inline Query scenario_query(const std::string& id) {
    return {.id = id,
            .source = Source::published,
            .population = {.id = id,
                           .version = "1",
                           .title = {"Scenarios", "Senarios"},
                           .definition = {"The scenarios of the report's template.", "Senarios templed yr adroddiad."},
                           .rule = is(Field::series, {id})},
            .by = {Field::subject, Field::provider, Field::stage},
            .measures = {{.id = "value", .title = {"Value", "Gwerth"}, .count = Count::value}}};
}

inline Query scenario_titles() {
    return scenario_query("scenario_title");
}
inline Query scenario_changes() {
    return scenario_query("scenario");
}

/// What the template's file says in place of a programme's own assumptions: `subject` is the programme, empty for all
/// of them, `provider` the assumption's id, `stage` "low", "central" or "high", the value per cent.
inline Query assumption_values() {
    return scenario_query("assumption");
}
/// Where they come from: `subject` is "programme/id", `provider` and `stage` the English and the Welsh text.
inline Query assumption_sources() {
    return scenario_query("assumption_source");
}

namespace detail {

/// In 1/100,000; nothing in place of a marker.
inline std::int64_t in_lever_units(const Figure& figure) {
    const auto* decimal = std::get_if<Decimal>(&figure);
    if (decimal == nullptr) return 0;
    constexpr std::int64_t most = std::int64_t{1} << 40U;
    std::int64_t value = std::clamp(decimal->units, -most, most) * lever_unit;
    for (int place = 0; place < decimal->places; ++place) value /= 10;
    return value;
}

}  // namespace detail

/// The scenarios for a programme, in their file's order; without any, one that changes nothing. At most 20.
inline Scenarios read_scenarios(const Table& titles, const Table& changes, const std::string& programme) {
    constexpr std::size_t most = 20;
    Scenarios scenarios;
    for (const TableRow& row : titles.rows) {
        if (row.labels.size() != 3 || row.figures.empty()) continue;
        const std::int64_t place = detail::in_lever_units(row.figures.front());
        scenarios.all.push_back({row.labels[0].en, {row.labels[1].en, row.labels[2].en}, place, {}});
    }
    std::stable_sort(scenarios.all.begin(), scenarios.all.end(),
                     [](const Scenario& left, const Scenario& right) { return left.place < right.place; });
    if (scenarios.all.size() > most) scenarios.all.resize(most);
    if (scenarios.all.empty()) scenarios.all.push_back({"base", {"Base", "Sylfaenol"}, 1, {}});
    for (const bool own : {false, true})  // what concerns one programme holds over what concerns all
        for (const TableRow& row : changes.rows) {
            if (row.labels.size() != 3 || row.figures.empty()) continue;
            const std::int64_t value = detail::in_lever_units(row.figures.front());
            const std::string& stage = row.labels[2].en;
            if (row.labels[0].en == settings_subject) {
                const std::int64_t whole = value / lever_unit;
                if (stage == "start_year")
                    scenarios.start_year = static_cast<int>(std::clamp<std::int64_t>(whole, 1900, 2200));
                if (stage == "years") scenarios.years = static_cast<int>(std::clamp<std::int64_t>(whole, 5, 10));
                if (stage == "runs") scenarios.runs = static_cast<int>(std::clamp<std::int64_t>(whole, 100, 5'000));
                if (stage == "seed") scenarios.seed = static_cast<std::uint64_t>(std::max<std::int64_t>(whole, 0));
                continue;
            }
            if (own ? row.labels[1].en != programme : !row.labels[1].en.empty()) continue;
            for (Scenario& scenario : scenarios.all)
                if (scenario.id == row.labels[0].en) scenario.levers.set(stage, value);
        }
    return scenarios;
}

/// A programme's assumptions with those that the template's file gives in their place: for all programmes first, then
/// for this one.
inline std::vector<Assumption> with_replaced(std::vector<Assumption> own, const Table& values, const Table& sources,
                                             const std::string& programme) {
    constexpr std::int64_t to_thousandths = lever_unit / 1'000;
    for (const std::string& subject : {std::string(), programme})
        for (Assumption& each : own) {
            for (const TableRow& row : values.rows) {
                if (row.labels.size() != 3 || row.figures.empty()) continue;
                if (row.labels[0].en != subject || row.labels[1].en != each.id) continue;
                const std::int64_t value = detail::in_lever_units(row.figures.front()) / to_thousandths;
                if (row.labels[2].en == "low") each.low = value;
                if (row.labels[2].en == "central") each.central = value;
                if (row.labels[2].en == "high") each.high = value;
            }
            for (const TableRow& row : sources.rows)
                if (row.labels.size() == 3 && row.labels[0].en == subject + "/" + each.id)
                    each.source = {row.labels[1].en, row.labels[2].en};
        }
    return own;
}

}  // namespace quarterdeck::outlook
