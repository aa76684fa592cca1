#pragma once

#include <string>
#include <vector>

#include "quarterdeck/action.h"

namespace quarterdeck::returns {

/// The entries of a programme's plan as one version of its plugin defined them. Returns are issued against it.
struct Definitions {
    std::string programme;
    std::string version;  ///< of the plugin
    std::vector<Action> actions;

    /// The checksum of the actions: 64 hexadecimal digits. The plugin's version doesn't count.
    std::string sha256() const;
    const Action* find(const std::string& id) const;

    bool operator==(const Definitions&) const = default;
};

/// How a definition differs between two versions.
struct DefinitionChange {
    enum class Kind { added, dropped, reworded, moved_date, changed };

    Kind kind = Kind::added;
    std::string id;
    std::string before;  ///< English title, or date, or the other member that changed; empty for an added one
    std::string after;   ///< empty for a dropped one

    bool operator==(const DefinitionChange&) const = default;
};

/// In the order of `after`, then what was dropped in the order of `before`. `moved_date` is a change of `due`;
/// `reworded` of title, benefit, measure, indicators or next steps; `changed` of anything else. One entry may
/// appear with several kinds.
std::vector<DefinitionChange> changes(const Definitions& before, const Definitions& after);

}  // namespace quarterdeck::returns
