#pragma once

#include <cstdint>

namespace quarterdeck::disclosure {

/// What it costs to hide a figure, by its kind: what readers look for first should cost most. Never depends on values.
struct Weights {
    std::int64_t total = 150;      ///< people of a total row
    std::int64_t headcount = 110;  ///< people of any other row
    std::int64_t part = 100;       ///< people that a measure picks of a row, for instance women
    std::int64_t fte = 60;

    bool operator==(const Weights&) const = default;
};

/// What becomes of a row of which all people share a value that the table shows, as in 6 women and 0 men.
enum class GroupDisclosure {
    ignore,    ///< nothing
    warn,      ///< it is told to whoever makes the release
    suppress,  ///< the parts of such a row are hidden, the zeros among them too
};

/// As templates and certificates spell it.
const char* name_of(GroupDisclosure policy);

/// What may be published of counts of staff.
struct Policy {
    bool protect = true;  ///< false: everything is shown, and every page says that it isn't for publication
    int threshold = 5;    ///< counts from 1 to threshold − 1 are hidden
    int width = 3;        ///< whole numbers that an attacker must be left with for each of these counts
    Weights weights;
    GroupDisclosure group_disclosure = GroupDisclosure::warn;

    bool operator==(const Policy&) const = default;
};

/// What keeps to both.
Policy stricter(const Policy& one, const Policy& other);

}  // namespace quarterdeck::disclosure
