#include "report/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::report {
namespace {

using Kind = BlockRequest::Kind;

bool has_tag(const Metric& metric, const std::string& tag) {
    return std::find(metric.tags.begin(), metric.tags.end(), tag) != metric.tags.end();
}

bool picks_by_tag(const BlockRequest& block) {
    return block.kind == Kind::tag || block.kind == Kind::stack || block.kind == Kind::totals;
}

bool is_of_programmes(const BlockRequest& block) {
    return block.kind == Kind::actions || block.kind == Kind::form;
}

}  // namespace

void Selection::refuse(const BlockRequest& block, const std::string& sentence) const {
    throw Refusal(fmt::format("{}/report.yaml, line {}: {}", folder_.id, block.line, sentence));
}

const Programme* Selection::programme(const std::string& id) const {
    const auto found = std::find_if(programmes_.begin(), programmes_.end(),
                                    [&](const Programme* candidate) { return candidate->id == id; });
    return found == programmes_.end() ? nullptr : *found;
}

const Metric* Selection::metric(const MetricKey& key) const {
    const Programme* owner = programme(key.programme);
    if (owner == nullptr) return nullptr;
    const auto found = std::find_if(owner->metrics.begin(), owner->metrics.end(),
                                    [&](const Metric& candidate) { return candidate.id == key.metric; });
    return found == owner->metrics.end() ? nullptr : &*found;
}

void Selection::expect_programme(const BlockRequest& block, const std::string& id) const {
    if (programme(id) != nullptr || missing_programmes_.contains(id)) return;
    std::vector<std::string> known;
    for (const Programme* candidate : programmes_) known.push_back(candidate->id);
    refuse(block, fmt::format("there is no programme \"{}\"{} The programmes are {}.", id, nearest_hint(id, known),
                              fmt::join(known, ", ")));
}

MetricKey Selection::named_metric(const BlockRequest& block, const std::string& name) const {
    const auto slash = name.find('/');
    MetricKey key{name.substr(0, slash), slash == std::string::npos ? "" : name.substr(slash + 1)};
    if (metric(key) != nullptr || missing_programmes_.contains(key.programme)) return key;
    std::vector<std::string> known;
    for (const Programme* candidate : programmes_)
        for (const Metric& candidate_metric : candidate->metrics)
            known.push_back(MetricKey{candidate->id, candidate_metric.id}.text());
    refuse(block, fmt::format("there is no metric \"{}\"{} `quarterdeck plugins list` shows the metrics.", name,
                              nearest_hint(name, known)));
}

std::vector<MetricKey> Selection::tagged(const BlockRequest& block) const {
    std::vector<MetricKey> found;
    std::set<std::string> tags;
    for (const Programme* candidate : programmes_)
        for (const Metric& candidate_metric : candidate->metrics) {
            tags.insert(candidate_metric.tags.begin(), candidate_metric.tags.end());
            if (has_tag(candidate_metric, block.of)) found.push_back({candidate->id, candidate_metric.id});
        }
    if (found.empty() && missing_programmes_.empty())
        refuse(block, fmt::format("no metric has the tag \"{}\"{} The tags are {}.", block.of,
                                  nearest_hint(block.of, {tags.begin(), tags.end()}), fmt::join(tags, ", ")));
    return found;
}

std::vector<MetricKey> Selection::metrics(const BlockRequest& block) const {
    if (block.kind != Kind::metric && !picks_by_tag(block)) return {};
    if (block.kind == Kind::metric) return {named_metric(block, block.of)};
    const std::vector<MetricKey> found = tagged(block);
    std::vector<MetricKey> ordered;
    const auto add_once = [&](const MetricKey& key) {
        if (std::find(ordered.begin(), ordered.end(), key) == ordered.end()) ordered.push_back(key);
    };
    for (const std::string& name : block.order) {
        const MetricKey key = named_metric(block, name);
        if (const Metric* known = metric(key); known != nullptr && !has_tag(*known, block.of))
            refuse(block, fmt::format("the metric \"{}\" of \"order\" doesn't have the tag \"{}\".", name, block.of));
        add_once(key);
    }
    for (const MetricKey& key : found) add_once(key);
    return ordered;
}

std::vector<std::string> Selection::plans(const BlockRequest& block) const {
    if (!is_of_programmes(block)) return {};
    if (block.of != "all") {
        expect_programme(block, block.of);
        return {block.of};
    }
    std::set<std::string> ids;
    for (const Programme* candidate : programmes_) ids.insert(candidate->id);
    for (const auto& [id, reason] : missing_programmes_) ids.insert(id);
    return {ids.begin(), ids.end()};
}

std::vector<std::string> Selection::unheard(const BlockRequest& block) const {
    std::vector<std::string> ids;
    if (!picks_by_tag(block) || !block.order.empty()) return ids;
    for (const auto& [id, reason] : missing_programmes_) ids.push_back(id);
    return ids;
}

std::vector<MetricKey> wanted_metrics(const TemplateFolder& folder, const std::vector<const Programme*>& programmes,
                                      const std::map<std::string, Text>& missing_programmes) {
    const Selection selection(folder, programmes, missing_programmes);
    std::vector<MetricKey> wanted;
    std::set<MetricKey> seen;
    for (const SectionRequest& section : folder.sections)
        for (const BlockRequest& block : section.blocks) {
            for (const MetricKey& key : selection.metrics(block))
                if (seen.insert(key).second) wanted.push_back(key);
            selection.plans(block);
        }
    return wanted;
}

}  // namespace quarterdeck::report
