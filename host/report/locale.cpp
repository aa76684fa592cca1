#include <fmt/format.h>

#include <vector>

#include "refusal.h"
#include "report/nearest.h"
#include "report/template_folder.h"
#include "report/yaml_file.h"

namespace quarterdeck::report {
namespace {

struct Wording {
    std::string text;
    std::size_t line = 0;
};

using Wordings = std::map<std::string, Wording>;

bool is_plain_key(const std::string& key) {
    return !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
}

void collect(const YamlFile& file, const YamlNode& node, const std::string& prefix, Wordings& into) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& child = node.children[i];
        if (!is_plain_key(node.keys[i]))
            file.refuse(child.line, fmt::format("the key \"{}\" must be made of lower-case letters, digits, "
                                                "underscores and hyphens.",
                                                node.keys[i]));
        const std::string key = prefix + node.keys[i];
        if (child.kind == YamlNode::Kind::map)
            collect(file, child, key + ".", into);
        else if (child.kind != YamlNode::Kind::scalar || child.text.empty())
            file.refuse(child.line, fmt::format("the key \"{}\" has no text.", key));
        else
            into.emplace(key, Wording{child.text, child.line});
    }
}

Wordings read_language(const std::filesystem::path& folder, const std::string& name) {
    const YamlFile file = YamlFile::read(folder / name, "locale/" + name);
    Wordings wordings;
    collect(file, file.root(), "", wordings);
    return wordings;
}

void expect_all(const Wordings& here, const char* here_name, const Wordings& there, const char* there_name) {
    for (const auto& [key, wording] : here)
        if (!there.contains(key))
            throw Refusal(
                fmt::format("locale/{}: the key \"{}\" is missing; locale/{}, line {} has it. Add its "
                            "translation.",
                            there_name, key, here_name, wording.line));
}

}  // namespace

Locale Locale::read(const std::filesystem::path& folder) {
    const Wordings english = read_language(folder, "en.yaml");
    const Wordings welsh = read_language(folder, "cy.yaml");
    expect_all(english, "en.yaml", welsh, "cy.yaml");
    expect_all(welsh, "cy.yaml", english, "en.yaml");
    Locale locale;
    for (const auto& [key, wording] : english) locale.texts_.emplace(key, Text{wording.text, welsh.at(key).text});
    return locale;
}

const Text& Locale::text(const std::string& key) const {
    const auto found = texts_.find(key);
    if (found != texts_.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [name, text] : texts_) known.push_back(name);
    throw Refusal(fmt::format("locale/en.yaml and locale/cy.yaml: the key \"{}\" is missing{} Add its text to both.",
                              key, nearest_hint(key, known)));
}

const std::string& Locale::get(const std::string& key, Language language) const {
    return text(key).in(language);
}

}  // namespace quarterdeck::report
