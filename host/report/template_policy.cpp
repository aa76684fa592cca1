#include "report/template_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "report/template_text.h"

namespace quarterdeck::report {
namespace {

constexpr int least_threshold = 3;
constexpr int greatest_threshold = 100;
constexpr int least_values = 2;
constexpr int greatest_weight = 1'000;

/// A whole number of a key; the default where the key is missing.
int number(const YamlFile& file, const YamlNode& map, const char* key, int otherwise, int least, int greatest) {
    const YamlNode* node = map.find(key);
    if (node == nullptr) return otherwise;
    const std::string text = file.required_text(map, key, "policy");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > greatest)
        file.refuse(node->line, fmt::format("\"{}\" must be a whole number from {} to {}.", key, least, greatest));
    return value;
}

disclosure::Weights read_weights(const YamlFile& file, const YamlNode& node) {
    file.expect_keys(node, {"total", "headcount", "part", "fte"});
    disclosure::Weights weights;
    const auto read = [&](const char* key, std::int64_t& weight) {
        weight = number(file, node, key, static_cast<int>(weight), 1, greatest_weight);
    };
    read("total", weights.total);
    read("headcount", weights.headcount);
    read("part", weights.part);
    read("fte", weights.fte);
    return weights;
}

disclosure::GroupDisclosure read_group_disclosure(const YamlFile& file, const YamlNode& node) {
    const std::string text = file.required_text(node, "group_disclosure", "policy");
    if (text == "ignore") return disclosure::GroupDisclosure::ignore;
    if (text == "warn") return disclosure::GroupDisclosure::warn;
    if (text == "suppress") return disclosure::GroupDisclosure::suppress;
    file.refuse(node.find("group_disclosure")->line, "\"group_disclosure\" must be ignore, warn or suppress.");
}

disclosure::Merge read_merge(const YamlFile& file, const YamlNode& node) {
    file.expect_keys(node, {"metric", "rows", "id", "label"});
    disclosure::Merge merge{.metric = file.required_text(node, "metric", "a merge"),
                            .rows = read_names(file, node, "rows"),
                            .id = file.required_text(node, "id", "a merge"),
                            .label = read_required_text(file, node, "label", "a merge"),
                            .template_file = file.name(),
                            .line = node.line};
    if (merge.rows.size() < 2) file.refuse(node.line, "a merge must name at least two rows.");
    for (auto row = merge.rows.begin(); row != merge.rows.end(); ++row)
        if (std::find(merge.rows.begin(), row, *row) != row)
            file.refuse(node.line, fmt::format("the merge names the row \"{}\" twice.", *row));
    return merge;
}

}  // namespace

void read_policy(const YamlFile& file, const YamlNode& node, TemplateFolder& folder) {
    file.expect_keys(node, {"threshold", "values_left", "weights", "group_disclosure", "merges"});
    disclosure::Policy& policy = folder.policy;
    policy.threshold = number(file, node, "threshold", policy.threshold, least_threshold, greatest_threshold);
    policy.width = number(file, node, "values_left", std::min(policy.width, policy.threshold - 1), least_values,
                          policy.threshold - 1);
    if (const YamlNode* weights = node.find("weights")) policy.weights = read_weights(file, *weights);
    if (node.find("group_disclosure") != nullptr) policy.group_disclosure = read_group_disclosure(file, node);
    if (const YamlNode* merges = node.find("merges"))
        for (const YamlNode& merge : file.items(*merges, "merges")) folder.merges.push_back(read_merge(file, merge));
}

}  // namespace quarterdeck::report
