#include "register/rating.h"

#include <algorithm>

namespace quarterdeck::returns {

namespace {

template <class Value, std::size_t count>
std::optional<Value> named(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

}  // namespace

std::optional<Status> status_named(std::string_view name) {
    return named<Status>(status_names, name);
}

std::optional<Rating> rating_named(std::string_view name) {
    return named<Rating>(rating_names, name);
}

}  // namespace quarterdeck::returns
