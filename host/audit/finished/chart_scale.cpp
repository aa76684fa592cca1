#include "audit/finished/chart_scale.h"

#include <algorithm>
#include <cmath>

#include "audit/finished/chart_table.h"

namespace quarterdeck::audit {

bool is_near(double one, double other) {
    constexpr double rounding = 0.01;
    return std::abs(one - other) <= rounding;
}

std::optional<ChartScale> ChartScale::of(const std::vector<std::pair<double, std::string>>& steps) {
    std::vector<std::pair<double, double>> read;
    for (const auto& [place, text] : steps) {
        std::string plain = plain_figure(text);
        if (plain.ends_with('%')) plain.pop_back();
        const std::optional<double> value = value_of(plain);
        if (!value) return std::nullopt;
        read.emplace_back(*value, place);
    }
    std::sort(read.begin(), read.end());
    if (read.size() < 2 || read.front().first >= read.back().first) return std::nullopt;
    ChartScale scale;
    scale.low = read.front().first;
    scale.high = read.back().first;
    scale.step = (scale.high - scale.low) / static_cast<double>(read.size() - 1);
    scale.unit = (read.back().second - read.front().second) / (scale.high - scale.low);
    scale.zero = read.front().second - scale.low * scale.unit;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const double expected = scale.low + scale.step * static_cast<double>(i);
        if (std::abs(read[i].first - expected) > scale.step / 1000 || !is_near(read[i].second, scale.at(expected)))
            return std::nullopt;
    }
    return scale;
}

bool ChartScale::ends_with(double least, double most, double whole) const {
    const double enough = most > 0 ? std::max(whole, most + step) : std::max(whole, 1.0);
    return high <= enough && low >= std::min(0.0, least - step);
}

}  // namespace quarterdeck::audit
