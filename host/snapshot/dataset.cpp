#include <yaml-cpp/yaml.h>

#include <set>
#include <string>

#include "snapshot/findings.h"
#include "snapshot/small_files.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::string_view mend =
    "Write `synthetic: true` for records that are made up; take the file away for real ones.";

/// Throws YAML::Exception with the place of what is wrong.
bool read_synthetic(const YAML::Node& root) {
    if (!root.IsMap()) throw YAML::Exception(root.Mark(), "the file doesn't hold names with values");
    std::set<std::string> names;
    for (const auto& entry : root) {
        if (!entry.first.IsScalar()) throw YAML::Exception(entry.first.Mark(), "a name is not a text");
        if (!names.insert(entry.first.Scalar()).second)
            throw YAML::Exception(entry.first.Mark(), "a name stands here for the second time");
    }
    const YAML::Node synthetic = root["synthetic"];
    if (!synthetic) return false;
    bool value = false;
    if (!YAML::convert<bool>::decode(synthetic, value))
        throw YAML::Exception(synthetic.Mark(), "synthetic is neither true nor false");
    return value;
}

}  // namespace

Dataset read_dataset(const std::string& path, std::string_view text) {
    Dataset dataset;
    try {
        dataset.synthetic = read_synthetic(YAML::Load(std::string(text)));
    } catch (const YAML::Exception& error) {
        const auto line = error.mark.is_null() ? 0 : static_cast<std::uint64_t>(error.mark.line) + 1;
        dataset.findings.push_back(refusal("dataset-unreadable", {path, line, {}}, error.msg, std::string(mend)));
    }
    return dataset;
}

}  // namespace quarterdeck::snapshot
