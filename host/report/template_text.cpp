#include "report/template_text.h"

#include <fmt/format.h>

namespace quarterdeck::report {

Text read_text(const YamlFile& file, const YamlNode* node, const std::string& what) {
    if (node == nullptr) return {};
    file.expect_keys(*node, {"en", "cy"});
    return {file.required_text(*node, "en", what), file.required_text(*node, "cy", what)};
}

Text read_required_text(const YamlFile& file, const YamlNode& map, const std::string& key, const std::string& owner) {
    const YamlNode* node = map.find(key);
    if (node == nullptr) file.refuse(map.line, fmt::format("{} lacks the key \"{}\".", owner, key));
    return read_text(file, node, key);
}

std::vector<std::string> read_names(const YamlFile& file, const YamlNode& map, const std::string& key) {
    std::vector<std::string> names;
    const YamlNode* node = map.find(key);
    if (node == nullptr) return names;
    for (const YamlNode& item : file.items(*node, key)) {
        if (item.kind != YamlNode::Kind::scalar || item.text.empty())
            file.refuse(item.line, fmt::format("\"{}\" must be a list of names.", key));
        names.push_back(item.text);
    }
    return names;
}

}  // namespace quarterdeck::report
