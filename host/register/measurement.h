#pragma once

#include <optional>
#include <string>

#include "quarterdeck/action.h"
#include "quarterdeck/table.h"

namespace quarterdeck::returns {

/// Where an indicator of an action stands. Target above baseline means that more is better.
struct Measurement {
    std::string id;  ///< of the action
    Indicator::Kind kind = Indicator::Kind::measure;
    std::optional<Decimal> baseline;
    std::optional<Decimal> target;
    std::optional<Decimal> actual;  ///< nothing where `metric` gives it, or nothing is known
    std::string metric;             ///< "key_figures/headcount": metric and measure of the programme's plugin; or empty
    std::string narrative;

    bool operator==(const Measurement&) const = default;
};

}  // namespace quarterdeck::returns
