#pragma once

#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "quarterdeck/metric.h"
#include "quarterdeck/text.h"

namespace quarterdeck {

/// What a plugin supplies: its programme's metrics and plan.
struct Programme {
    std::string id;       ///< lower case, digits and underscores: "healthcare_science"
    std::string version;  ///< of the plugin, for instance "1.0.0"
    Text title;
    std::vector<Metric> metrics;
    std::vector<Action> actions;
};

}  // namespace quarterdeck
