#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "register/rating.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// How one side sees an entry.
struct View {
    std::string side;  ///< a programme's id, or a body that returns nothing
    Text side_title;
    bool returns = true;                    ///< false: a body, which has no return
    std::optional<returns::Rating> rating;  ///< nothing: not returned
    Said view;

    bool operator==(const View&) const = default;
};

/// A resource that a plan needs, or what depends on others.
struct DependencyLine {
    std::string programme;  ///< whose plan has it
    std::string id;
    Text title;
    View own;
    std::vector<View> others;  ///< of an interdependency

    bool operator==(const DependencyLine&) const = default;
};

/// The entries of one kind in a programme's plan; for interdependencies also those of other plans that name it.
std::vector<DependencyLine> dependencies_of(const BoardSource& source, const Programme& programme, Action::Kind kind);

}  // namespace quarterdeck::report
