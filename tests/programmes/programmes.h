#pragma once

#include <string>
#include <vector>

#include "quarterdeck/programme.h"

namespace quarterdeck::tests {

/// The five programmes.
const std::vector<Programme>& programmes();
const Programme& programme(const std::string& id);
const Metric& metric(const std::string& programme_id, const std::string& metric_id);

/// A programme's metric with its name for messages: "pathology/workforce".
struct NamedMetric {
    std::string name;
    const Metric* metric;
};

std::vector<NamedMetric> metrics();
std::vector<NamedMetric> metrics_tagged(const std::string& tag);

}  // namespace quarterdeck::tests
