#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quarterdeck::audit {

/// The axis of figures in a picture: where nothing is, and how far one is from it.
struct ChartScale {
    double zero = 0;
    double unit = 0;
    double low = 0;  ///< the first step that is written, and the last
    double high = 0;
    double step = 0;

    double at(double value) const { return zero + value * unit; }

    /// From where steps are written, and what is written there: numbers, evenly apart, at places that fit. Nothing
    /// where they don't, or where there are fewer than two.
    static std::optional<ChartScale> of(const std::vector<std::pair<double, std::string>>& steps);

    /// Whether the axis ends with the step that figures from `least` to `most` need, or with `whole`.
    bool ends_with(double least, double most, double whole) const;
};

/// Whether two places in a picture are one, but for rounding.
bool is_near(double one, double other);

}  // namespace quarterdeck::audit
