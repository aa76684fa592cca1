#pragma once

#include <string>

#include "register/rating.h"

namespace quarterdeck::returns {

/// How one side sees an interdependency, or a programme the resources that it needs. The other side of an
/// interdependency is another programme that reports on the same entry in its own return.
struct Dependency {
    std::string programme;  ///< whose plan has the entry
    std::string id;         ///< of that plan
    Rating rating = Rating::green;
    std::string view;

    bool operator==(const Dependency&) const = default;
};

}  // namespace quarterdeck::returns
