#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/quarter.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// How the definition of one entry of a plan differs from the one that the programme last returned against.
struct DefinitionLine {
    enum class Kind { added, dropped, title, benefit, measure, indicators, next_steps, due, other };

    Text programme_title;
    returns::Quarter since;  ///< the quarter of that return
    std::string id;
    Kind kind = Kind::added;
    Text before;  ///< empty: there was nothing. Of `other`: the title
    Text after;   ///< empty: there is nothing now. Of `other`: the title

    bool operator==(const DefinitionLine&) const = default;
};

/// What changed in the plans between versions of their plugins.
struct DefinitionChanges {
    std::vector<DefinitionLine> lines;

    bool operator==(const DefinitionChanges&) const = default;
};

/// Each programme's plan beside the definitions of its last return of an earlier quarter, as `returns::changes`
/// orders them; without such a return there is nothing to compare with.
DefinitionChanges definition_changes(const BoardSource& source);

}  // namespace quarterdeck::report
