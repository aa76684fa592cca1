#pragma once

#include <string>

#include "quarterdeck/text.h"
#include "report/yaml_file.h"

namespace quarterdeck::report {

/// Both languages of a text, or an empty text when `node` is null. Refuses a missing language.
Text read_text(const YamlFile& file, const YamlNode* node, const std::string& what);

/// Refuses a missing key as well; `owner` names what should have it ("a section").
Text read_required_text(const YamlFile& file, const YamlNode& map, const std::string& key, const std::string& owner);

/// A list of names, empty where the key is missing.
std::vector<std::string> read_names(const YamlFile& file, const YamlNode& map, const std::string& key);

}  // namespace quarterdeck::report
