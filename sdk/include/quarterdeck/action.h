#pragma once

#include <string>
#include <vector>

#include "quarterdeck/text.h"

namespace quarterdeck {

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

    bool operator==(const Action&) const = default;
};

}  // namespace quarterdeck
