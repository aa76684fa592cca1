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

inline constexpr std::array<std::string_view, 12> action_columns{"id",         "kind",     "title_en", "title_cy",
                                                                 "theme_en",   "theme_cy", "lead",     "measure_en",
                                                                 "measure_cy", "due",      "areas",    "linked_id"};

inline Action::Kind action_kind(const std::string& name, std::size_t line) {
    for (const auto& [kind, known] : message::Names<Action::Kind>::list)
        if (name == known) return kind;
    throw CsvFault(
        line, "the kind is \"" + name + "\"; expected action, milestone, risk, resource_dependency or interdependency");
}

inline Action action_of(const CsvRecord& record) {
    std::size_t at = 0;
    const auto next = [&] { return record.fields[at++]; };
    const auto text = [&]() -> Text {
        std::string en = next();
        return {.en = std::move(en), .cy = next()};
    };
    Action action;
    action.id = next();
    action.kind = action_kind(next(), record.line);
    action.title = text();
    action.theme = text();
    action.lead = next();
    action.measure = text();
    action.due = next();
    action.areas = next();
    action.linked_id = next();
    return action;
}

inline void check_action(const Action& action, std::size_t line) {
    const auto both = [&](const Text& text, const std::string& column, bool needed) {
        if (text.en.empty() != text.cy.empty() || (needed && text.en.empty()))
            throw CsvFault(line, column + "_en and " + column + "_cy: expected text in both languages");
    };
    if (action.id.empty()) throw CsvFault(line, "the id is empty");
    both(action.title, "title", true);
    both(action.theme, "theme", false);
    both(action.measure, "measure", false);
}

}  // namespace detail

/// The actions of a plan from CSV with the header
/// `id,kind,title_en,title_cy,theme_en,theme_cy,lead,measure_en,measure_cy,due,areas,linked_id`, in the order of the
/// text. Throws `CsvFault` naming the line: another header, an unknown kind, an id that is empty or stands twice, a
/// language missing, a `linked_id` that no line has.
inline std::vector<Action> read_actions(std::string_view csv) {
    const CsvTable table(csv);
    if (!std::equal(table.columns().begin(), table.columns().end(), detail::action_columns.begin(),
                    detail::action_columns.end())) {
        std::string expected;
        for (const auto column : detail::action_columns) expected.append(expected.empty() ? "" : ",").append(column);
        throw CsvFault(1, "expected the header " + expected);
    }
    std::vector<Action> actions;
    std::set<std::string> ids;
    for (const auto& record : table.records()) {
        actions.push_back(detail::action_of(record));
        detail::check_action(actions.back(), record.line);
        if (!ids.insert(actions.back().id).second)
            throw CsvFault(record.line, "the id " + actions.back().id + " stands twice");
    }
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (!actions[i].linked_id.empty() && !ids.contains(actions[i].linked_id))
            throw CsvFault(table.records()[i].line, "linked_id is " + actions[i].linked_id + "; no line has that id");
    return actions;
}

}  // namespace quarterdeck
