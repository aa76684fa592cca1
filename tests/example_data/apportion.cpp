#include "apportion.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace quarterdeck::example {

std::vector<std::int64_t> apportion(std::int64_t total, std::span<const std::int64_t> weights) {
    std::vector<std::int64_t> parts(weights.size(), 0);
    if (total == 0) return parts;
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (sum == 0) return apportion(total, std::vector<std::int64_t>(weights.size(), 1));
    std::int64_t left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts[i] = total * weights[i] / sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return total * weights[i] % sum; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++parts[order[i]];
    return parts;
}

}  // namespace quarterdeck::example
