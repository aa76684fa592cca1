#include "programmes.h"

#include <algorithm>
#include <stdexcept>

#include "endoscopy/endoscopy.h"
#include "genomics/genomics.h"
#include "healthcare_science/healthcare_science.h"
#include "imaging/imaging.h"
#include "pathology/pathology.h"

namespace quarterdeck::tests {

const std::vector<Programme>& programmes() {
    using namespace quarterdeck::programmes;
    static const std::vector<Programme> all{imaging(), pathology(), endoscopy(), genomics(), healthcare_science()};
    return all;
}

const Programme& programme(const std::string& id) {
    for (const Programme& each : programmes())
        if (each.id == id) return each;
    throw std::invalid_argument("no programme " + id);
}

const Metric& metric(const std::string& programme_id, const std::string& metric_id) {
    for (const Metric& each : programme(programme_id).metrics)
        if (each.id == metric_id) return each;
    throw std::invalid_argument("no metric " + programme_id + "/" + metric_id);
}

std::vector<NamedMetric> metrics() {
    std::vector<NamedMetric> all;
    for (const Programme& each : programmes())
        for (const Metric& metric : each.metrics) all.push_back({each.id + "/" + metric.id, &metric});
    return all;
}

std::vector<NamedMetric> metrics_tagged(const std::string& tag) {
    std::vector<NamedMetric> tagged;
    for (const NamedMetric& each : metrics())
        if (std::count(each.metric->tags.begin(), each.metric->tags.end(), tag) != 0) tagged.push_back(each);
    return tagged;
}

}  // namespace quarterdeck::tests
