#include "report/yaml_file.h"

#include <fmt/format.h>
#include <unicode/utf8.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::report {
namespace {

constexpr std::size_t most_bytes = 1'000'000;
constexpr std::size_t deepest = 12;

std::size_t line_of(const YAML::Mark& mark) {
    return mark.line < 0 ? 1 : static_cast<std::size_t>(mark.line) + 1;
}

/// Builds the tree from events, which show every key, where yaml-cpp's own nodes keep one of two.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const YamlFile& file, std::string_view bytes) : file_(file), bytes_(bytes) { open_.push_back({}); }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        add({YamlNode::Kind::nothing, {}, {}, {}, line_of(mark)});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        file_.refuse(line_of(mark), "an alias (*name) can't be used here. Write its text out.");
    }
    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& value) override {
        expect_end_of_quote(mark);
        add({YamlNode::Kind::scalar, value, {}, {}, line_of(mark)});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override {
        open({YamlNode::Kind::list, {}, {}, {}, line_of(mark)});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override {
        open({YamlNode::Kind::map, {}, {}, {}, line_of(mark)});
    }
    void OnMapEnd() override { close(); }

    YamlNode root() {
        std::vector<YamlNode>& documents = open_.front().node.children;
        return documents.empty() ? YamlNode{} : std::move(documents.front());
    }

private:
    struct Open {
        YamlNode node;
        std::map<std::string, std::size_t> lines_of_keys;
        bool expects_key = true;
        std::size_t key_line = 0;
    };

    void open(YamlNode node) {
        if (open_.size() > deepest) file_.refuse(node.line, fmt::format("this is nested more than {} deep.", deepest));
        if (takes_key()) refuse_key(node.line);
        open_.push_back({std::move(node), {}});
    }
    void close() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        put(std::move(node));
    }
    void add(YamlNode node) {
        if (!takes_key()) return put(std::move(node));
        if (node.kind != YamlNode::Kind::scalar) refuse_key(node.line);
        Open& map = open_.back();
        const auto [first, is_new] = map.lines_of_keys.emplace(node.text, node.line);
        if (!is_new)
            file_.refuse(node.line, fmt::format("the key \"{}\" stands here a second time; it is in line {} already. "
                                                "Remove one of the two.",
                                                node.text, first->second));
        map.node.keys.push_back(std::move(node.text));
        map.expects_key = false;
        map.key_line = node.line;
    }
    /// A value that a key names stands in the key's line, even where it starts below or isn't there.
    void put(YamlNode node) {
        if (open_.back().key_line > 0) node.line = open_.back().key_line;
        open_.back().node.children.push_back(std::move(node));
        open_.back().expects_key = true;
    }
    bool takes_key() const { return open_.back().node.kind == YamlNode::Kind::map && open_.back().expects_key; }
    [[noreturn]] void refuse_key(std::size_t line) const { file_.refuse(line, "a key must be a plain word."); }

    /// yaml-cpp takes the rest of the file for a text whose quotation mark is never closed.
    void expect_end_of_quote(const YAML::Mark& mark) const {
        const auto start = static_cast<std::size_t>(std::max(mark.pos, 0));
        if (start >= bytes_.size() || (bytes_[start] != '"' && bytes_[start] != '\'')) return;
        for (std::size_t at = start + 1; at < bytes_.size(); ++at) {
            const bool escapes = bytes_[start] == '"' ? bytes_[at] == '\\' : bytes_.substr(at, 2) == "''";
            if (escapes)
                ++at;
            else if (bytes_[at] == bytes_[start])
                return;
        }
        file_.refuse(line_of(mark), "a quotation mark opens a text here and is never closed.");
    }

    const YamlFile& file_;
    std::string_view bytes_;
    std::vector<Open> open_;
};

std::string bytes_of(const std::filesystem::path& path, const YamlFile& file) {
    std::ifstream in(path, std::ios::binary);
    std::error_code none;
    if (!in || std::filesystem::is_directory(path, none))
        throw Refusal(fmt::format("{}: the file can't be read. It must be there, and be readable.", file.name()));
    std::string bytes(most_bytes + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (bytes.size() > most_bytes) throw Refusal(fmt::format("{}: the file is larger than 1 MB.", file.name()));
    return bytes;
}

/// yaml-cpp takes other encodings and replaces what it can't read: both would go unnoticed.
void check_encoding(const std::string& bytes, const YamlFile& file) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const bool line_ends = bytes[at] == '\n';
        UChar32 character = 0;
        U8_NEXT(bytes.data(), at, bytes.size(), character);
        if (character <= 0) file.refuse(line, "the text is not UTF-8. Save the file as UTF-8.");
        if (line_ends) ++line;
    }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (kind != Kind::map || found == keys.end()) return nullptr;
    return &children[static_cast<std::size_t>(found - keys.begin())];
}

YamlFile YamlFile::read(const std::filesystem::path& path, std::string name) {
    YamlFile file;
    file.name_ = std::move(name);
    const std::string bytes = bytes_of(path, file);
    check_encoding(bytes, file);
    std::istringstream in(bytes);
    try {
        YAML::Parser parser(in);
        TreeBuilder builder(file, bytes);
        parser.HandleNextDocument(builder);
        file.root_ = builder.root();
        TreeBuilder rest(file, bytes);
        if (parser.HandleNextDocument(rest))
            file.refuse(rest.root().line, "a second document starts; one is expected.");
    } catch (const YAML::Exception& error) {
        file.refuse(line_of(error.mark), fmt::format("this is not YAML: {}.", error.msg));
    }
    if (file.root_.kind != YamlNode::Kind::map) file.refuse(1, "the file must hold keys with their values.");
    return file;
}

void YamlFile::refuse(std::size_t line, const std::string& sentence) const {
    throw Refusal(fmt::format("{}, line {}: {}", name_, line, sentence));
}

void YamlFile::expect_keys(const YamlNode& node, std::initializer_list<std::string_view> known) const {
    if (node.kind != YamlNode::Kind::map)
        refuse(node.line, fmt::format("keys are expected here: {}.", fmt::join(known, ", ")));
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (std::find(known.begin(), known.end(), node.keys[i]) == known.end())
            refuse(node.children[i].line,
                   fmt::format("the key \"{}\" is not known here{} Known are {}.", node.keys[i],
                               nearest_hint(node.keys[i], {known.begin(), known.end()}), fmt::join(known, ", ")));
}

std::string YamlFile::required_text(const YamlNode& map, std::string_view key, const std::string& what) const {
    const YamlNode* node = map.find(key);
    if (node == nullptr) refuse(map.line, fmt::format("{} lacks the key \"{}\".", what, key));
    if (node->kind != YamlNode::Kind::scalar || node->text.empty())
        refuse(node->line, fmt::format("the value of \"{}\" must be a text.", key));
    return node->text;
}

const std::vector<YamlNode>& YamlFile::items(const YamlNode& node, std::string_view key) const {
    if (node.kind != YamlNode::Kind::list)
        refuse(node.line, fmt::format("\"{}\" must be a list: one line for each, starting with \"- \".", key));
    return node.children;
}

}  // namespace quarterdeck::report
