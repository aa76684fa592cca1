#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quarterdeck/action.h"
#include "quarterdeck/csv.h"
#include "quarterdeck/message/names.h"

namespace quarterdeck {

namespace detail {

inline constexpr std::array<std::string_view, 4> needed_action_columns{"id", "kind", "title_en", "title_cy"};
inline constexpr std::array<std::string_view, 24> further_action_columns{
    "theme_en",   "theme_cy",     "lead",       "measure_en", "measure_cy",    "due",
    "areas",      "linked_id",    "plan",       "benefit_en", "benefit_cy",    "starts",
    "process_en", "process_cy",   "output_en",  "output_cy",  "outcome_en",    "outcome_cy",
    "metric",     "horizon_from", "horizon_to", "with",       "next_steps_en", "next_steps_cy"};

/// The parts of a field that holds several, without the blanks around them.
inline std::vector<std::string> parts(std::string_view field, char separator) {
    std::vector<std::string> parts;
    while (!field.empty()) {
        const std::size_t end = std::min(field.find(separator), field.size());
        std::string_view part = field.substr(0, end);
        field.remove_prefix(std::min(end + 1, field.size()));
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
    }
    return parts;
}

/// One line of a plan, whose fields are found by the names of their columns.
class ActionLine {
public:
    ActionLine(const CsvTable& table, const CsvRecord& record) : table_(table), record_(record) {}

    Action action() const {
        Action action;
        action.id = field("id");
        if (action.id.empty()) throw CsvFault(record_.line, "the id is empty");
        action.kind = named<Action::Kind>("kind", field("kind"));
        action.title = text("title");
        if (action.title.en.empty()) missing_language("title");
        action.theme = text("theme");
        action.lead = field("lead");
        action.measure = text("measure");
        action.due = field("due");
        action.areas = field("areas");
        action.linked_id = field("linked_id");
        action.plan = field("plan");
        action.benefit = text("benefit");
        action.starts = field("starts");
        action.horizon_from = horizon("horizon_from");
        action.horizon_to = horizon("horizon_to");
        action.indicators = indicators(action.measure);
        action.next_steps = steps();
        action.with = parts(field("with"), ';');
        return action;
    }

private:
    std::string field(std::string_view column) const {
        const auto& columns = table_.columns();
        const auto found = std::find(columns.begin(), columns.end(), column);
        return found == columns.end() ? "" : record_.fields[static_cast<std::size_t>(found - columns.begin())];
    }

    [[noreturn]] void missing_language(const std::string& column) const {
        throw CsvFault(record_.line, column + "_en and " + column + "_cy: expected text in both languages");
    }

    Text text(const std::string& column) const {
        Text text{.en = field(column + "_en"), .cy = field(column + "_cy")};
        if (text.en.empty() != text.cy.empty()) missing_language(column);
        return text;
    }

    template <class Enum>
    Enum named(const std::string& column, const std::string& name) const {
        std::string expected;
        const auto& list = message::Names<Enum>::list;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (name == list[i].second) return list[i].first;
            expected.append(i == 0 ? "" : i + 1 == list.size() ? " or " : ", ").append(list[i].second);
        }
        throw CsvFault(record_.line, "the " + column + " is \"" + name + "\"; expected " + expected);
    }

    Horizon horizon(const std::string& column) const {
        const std::string name = field(column);
        return name.empty() ? Horizon::none : named<Horizon>(column, name);
    }

    std::vector<Indicator> indicators(const Text& measure) const {
        std::vector<Indicator> indicators;
        if (const std::string metric = field("metric"); !metric.empty())
            indicators.push_back({Indicator::Kind::measure, measure, metric});
        for (const auto& [kind, column] : message::Names<Indicator::Kind>::list)
            if (kind != Indicator::Kind::measure)
                if (Text title = text(std::string(column)); !title.en.empty())
                    indicators.push_back({kind, std::move(title), ""});
        return indicators;
    }

    std::vector<Text> steps() const {
        const std::vector<std::string> en = parts(field("next_steps_en"), '|');
        const std::vector<std::string> cy = parts(field("next_steps_cy"), '|');
        if (en.size() != cy.size()) missing_language("next_steps");
        std::vector<Text> steps;
        for (std::size_t i = 0; i < en.size(); ++i) steps.push_back({en[i], cy[i]});
        return steps;
    }

    const CsvTable& table_;
    const CsvRecord& record_;
};

inline void check_action_columns(const CsvTable& table) {
    const auto has = [](const auto& list, std::string_view name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (const std::string_view needed : needed_action_columns)
        if (!has(table.columns(), needed))
            throw CsvFault(1, "there is no column " + std::string(needed) +
                                  "; expected id, kind, title_en, title_cy and further columns");
    for (const std::string& column : table.columns())
        if (!has(needed_action_columns, column) && !has(further_action_columns, column))
            throw CsvFault(1, "the column " + column + " isn't known");
}

}  // namespace detail

/// The actions of a plan from CSV, in the order of the text. The columns id, kind, title_en and title_cy must be
/// there; all others may: theme, measure, benefit, and the indicators process, output and outcome (each with _en and
/// _cy), lead, due, starts, areas, linked_id, plan, horizon_from, horizon_to, metric (which gives the measure's
/// figure), next_steps_en and next_steps_cy (parted by `|`), with (parted by `;`). Throws `CsvFault` naming the line:
/// an unknown column, kind or horizon, an id that is empty or stands twice, a language missing, a `linked_id` that
/// no line has.
inline std::vector<Action> read_actions(std::string_view csv) {
    const CsvTable table(csv);
    detail::check_action_columns(table);
    std::vector<Action> actions;
    std::set<std::string> ids;
    for (const auto& record : table.records()) {
        actions.push_back(detail::ActionLine(table, record).action());
        if (!ids.insert(actions.back().id).second)
            throw CsvFault(record.line, "the id " + actions.back().id + " stands twice");
    }
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (!actions[i].linked_id.empty() && !ids.contains(actions[i].linked_id))
            throw CsvFault(table.records()[i].line, "linked_id is " + actions[i].linked_id + "; no line has that id");
    return actions;
}

}  // namespace quarterdeck
