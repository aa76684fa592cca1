#pragma once

#include <string>
#include <vector>

#include "quarterdeck/table.h"

namespace quarterdeck::message {

/// What a plugin is asked for when it computes: a metric by its id, and the protected answers to the metric's
/// queries in the order of `Metric::needs`.
struct ComputeRequest {
    std::string metric;
    std::vector<Table> answers;

    bool operator==(const ComputeRequest&) const = default;
};

}  // namespace quarterdeck::message
