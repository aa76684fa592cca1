#pragma once

namespace quarterdeck::disclosure {

/// What may be published of counts of staff.
struct Policy {
    bool protect = true;  ///< false: everything is shown, and every page says that it isn't for publication
    int threshold = 5;    ///< counts from 1 to threshold − 1 are hidden
    int width = 3;        ///< whole numbers that an attacker must be left with for each of these counts

    bool operator==(const Policy&) const = default;
};

}  // namespace quarterdeck::disclosure
