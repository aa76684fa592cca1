#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::report {

/// A part of a YAML file that knows its line. Keys stand in file order; none stands twice.
struct YamlNode {
    enum class Kind { nothing, scalar, list, map };

    Kind kind = Kind::nothing;
    std::string text;               ///< of a scalar
    std::vector<std::string> keys;  ///< of a map, one for each child
    std::vector<YamlNode> children;
    std::size_t line = 0;  ///< from 1

    /// Null where there is no such key.
    const YamlNode* find(std::string_view key) const;
};

/// A YAML file read in full, and the words to refuse what stands in it.
class YamlFile {
public:
    /// `name` is how messages call the file ("appendix-tables/report.yaml"). Throws `Refusal` with file and line:
    /// unreadable, over 1 MB, not UTF-8, not YAML, a key twice, an alias, nesting deeper than 12, no map at the top.
    static YamlFile read(const std::filesystem::path& path, std::string name);

    const YamlNode& root() const { return root_; }
    const std::string& name() const { return name_; }

    /// Throws a `Refusal` that starts with file and line.
    [[noreturn]] void refuse(std::size_t line, const std::string& sentence) const;

    /// Refuses a map's key that isn't known, naming the nearest one that is; and what isn't a map.
    void expect_keys(const YamlNode& node, std::initializer_list<std::string_view> known) const;

    /// The scalar of a key. Refuses a missing or empty one; `what` names its owner in messages ("a section").
    std::string required_text(const YamlNode& map, std::string_view key, const std::string& what) const;

    /// Refuses what isn't a list.
    const std::vector<YamlNode>& items(const YamlNode& node, std::string_view key) const;

private:
    std::string name_;
    YamlNode root_;
};

}  // namespace quarterdeck::report
