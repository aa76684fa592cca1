#include "report/nearest.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck::report {
namespace {

std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> previous(to.size() + 1);
    std::vector<std::size_t> current(to.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        current[0] = i + 1;
        for (std::size_t j = 0; j < to.size(); ++j)
            current[j + 1] = std::min({previous[j + 1] + 1, current[j] + 1, previous[j] + (from[i] == to[j] ? 0 : 1)});
        std::swap(previous, current);
    }
    return previous.back();
}

constexpr std::size_t longest_compared = 200;

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& names) {
    if (name.size() > longest_compared) return {};
    std::string best;
    std::size_t least = name.size() / 2 + 1;
    for (const std::string& candidate : names) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance >= least) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

std::string nearest_hint(std::string_view name, const std::vector<std::string>& names) {
    const std::string near = nearest(name, names);
    return near.empty() ? "." : "; did you mean \"" + near + "\"?";
}

}  // namespace quarterdeck::report
