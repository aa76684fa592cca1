#pragma once

#include <string>
#include <vector>

#include "quarterdeck/text.h"

namespace quarterdeck {

/// How far ahead an action reaches: short is up to a year, medium up to three years, long up to ten.
enum class Horizon { none, short_term, medium_term, long_term };

/// What progress of an action is judged by.
struct Indicator {
    /// A `measure` is a plain one; the others tell what is done, what it yields, and what it is good for.
    enum class Kind { measure, process, output, outcome };

    Kind kind = Kind::measure;
    Text title;
    std::string metric;  ///< "key_figures/headcount": a measure of a metric of the plugin that gives it; or empty

    bool operator==(const Indicator&) const = default;
};

/// An entry of a programme's plan. Its state is reported each quarter; what stands here is its definition.
struct Action {
    enum class Kind { action, milestone, risk, resource_dependency, interdependency };

    std::string id;  ///< as published where it was ("1.1"), else "IMG-A1"; unique within the plugin
    Kind kind = Kind::action;
    Text title;
    Text theme;             ///< the heading that the plan puts it under
    std::string lead;       ///< a role or body, never a person
    Text measure;           ///< how progress is judged; empty where the plan names none
    std::string due;        ///< quarter or year as planned ("2024-25Q2", "2023-24"); empty: no date is set
    std::string areas;      ///< programme areas: letters P, I, E, G, or "All"
    std::string linked_id;  ///< the milestone that belongs to an action, or empty

    std::string plan{};    ///< which plan it stands in: "strategic", "framework"; empty: the programme's
    Text benefit{};        ///< what it is good for, or what came of it so far; may be empty
    std::string starts{};  ///< quarter or year in which work begins, as `due`; may be empty
    Horizon horizon_from = Horizon::none;
    Horizon horizon_to = Horizon::none;
    std::vector<Indicator> indicators{};  ///< beside `measure`; at most one of a kind
    std::vector<Text> next_steps{};
    std::vector<std::string> with{};  ///< other sides of an interdependency: programmes' ids, or bodies

    bool operator==(const Action&) const = default;
};

}  // namespace quarterdeck
