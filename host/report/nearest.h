#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::report {

/// The name that takes the fewest insertions, deletions and changes of a byte to turn into; the first of several.
/// Empty when there are no names, or when more than half of the name would change.
std::string nearest(std::string_view name, const std::vector<std::string>& names);

/// How to end a sentence about an unknown name: `; did you mean "fte"?`, or "." without a near name.
std::string nearest_hint(std::string_view name, const std::vector<std::string>& names);

}  // namespace quarterdeck::report
