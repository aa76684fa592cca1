#include "render/workbook_settings.h"

#include <charconv>
#include <string>

#include "report/yaml_file.h"

namespace quarterdeck::render::spreadsheet {
namespace {

using report::YamlFile;
using report::YamlNode;

void read_flag(const YamlFile& file, const std::string& key, bool& into) {
    const YamlNode* node = file.root().find(key);
    if (node == nullptr) return;
    if (node->text != "true" && node->text != "false")
        file.refuse(node->line, "the value of \"" + key + "\" must be true or false.");
    into = node->text == "true";
}

void read_width(const YamlFile& file, const std::string& key, int& into) {
    constexpr int narrowest = 5;
    constexpr int widest = 200;
    const YamlNode* node = file.root().find(key);
    if (node == nullptr) return;
    const char* const end = node->text.data() + node->text.size();
    const auto [rest, error] = std::from_chars(node->text.data(), end, into);
    if (error != std::errc{} || rest != end || into < narrowest || into > widest)
        file.refuse(node->line, "the value of \"" + key + "\" must be a whole number of characters from " +
                                    std::to_string(narrowest) + " to " + std::to_string(widest) + ".");
}

}  // namespace

Settings Settings::read(const std::filesystem::path& folder) {
    Settings settings;
    const std::filesystem::path path = folder / "workbook.yaml";
    if (!std::filesystem::exists(path)) return settings;
    const YamlFile file = YamlFile::read(path, (folder.filename() / "workbook.yaml").string());
    file.expect_keys(file.root(), {"charts", "label_width", "figure_width"});
    read_flag(file, "charts", settings.charts);
    read_width(file, "label_width", settings.label_width);
    read_width(file, "figure_width", settings.figure_width);
    return settings;
}

}  // namespace quarterdeck::render::spreadsheet
