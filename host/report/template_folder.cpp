#include "report/template_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "refusal.h"
#include "report/nearest.h"
#include "report/template_board.h"
#include "report/template_policy.h"
#include "report/template_text.h"
#include "report/yaml_file.h"

namespace quarterdeck::report {
namespace {

namespace fs = std::filesystem;

using Kind = BlockRequest::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 16> kinds{{{"metric", Kind::metric},
                                                                   {"tag", Kind::tag},
                                                                   {"stack", Kind::stack},
                                                                   {"totals", Kind::totals},
                                                                   {"actions", Kind::actions},
                                                                   {"ratings", Kind::ratings},
                                                                   {"decisions", Kind::decisions},
                                                                   {"milestones", Kind::milestones},
                                                                   {"risks", Kind::risks},
                                                                   {"priorities", Kind::priorities},
                                                                   {"form", Kind::form},
                                                                   {"calendar", Kind::calendar},
                                                                   {"corrections", Kind::corrections},
                                                                   {"criteria", Kind::criteria},
                                                                   {"definitions", Kind::definitions},
                                                                   {"progress", Kind::progress}}};

/// Folders that hold a report.yaml, by name.
std::vector<std::string> reports_in(const fs::path& templates) {
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(templates, error)) {
        std::error_code none;
        if (fs::exists(entry.path() / "report.yaml", none)) names.push_back(entry.path().filename().string());
    }
    if (error)
        throw Refusal(
            fmt::format("{}: the directory of templates can't be read ({}).", templates.string(), error.message()));
    std::sort(names.begin(), names.end());
    return names;
}

void expect_folder(const fs::path& templates, const std::string& id) {
    const std::vector<std::string> names = reports_in(templates);
    if (std::find(names.begin(), names.end(), id) != names.end()) return;
    if (names.empty())
        throw Refusal(fmt::format("{}: there is no template here. A template is a folder with a report.yaml.",
                                  templates.string()));
    throw Refusal(fmt::format("There is no template \"{}\"{} The templates are {}.", id, nearest_hint(id, names),
                              fmt::join(names, ", ")));
}

void expect_anchor(const YamlFile& file, const YamlNode& map, const std::string& id) {
    const bool plain = !id.empty() && id.front() >= 'a' && id.front() <= 'z' &&
                       id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!plain)
        file.refuse(map.find("id")->line,
                    fmt::format("the id \"{}\" must start with a letter and be made of lower-case letters, digits "
                                "and hyphens.",
                                id));
}

std::pair<Kind, std::string> read_kind(const YamlFile& file, const YamlNode& node) {
    std::vector<std::pair<Kind, std::string>> found;
    for (const auto& [key, kind] : kinds)
        if (node.find(key) != nullptr) found.emplace_back(kind, file.required_text(node, key, "a block"));
    if (found.size() != 1)
        file.refuse(
            node.line,
            "a block must have exactly one of the keys metric, tag, stack, totals, actions, ratings, decisions, "
            "milestones, risks, priorities, form, calendar, corrections, criteria, definitions and progress.");
    return found.front();
}

/// Which kinds of block a key may stand in; keys not listed may stand in all.
void expect_fitting_keys(const YamlFile& file, const YamlNode& block, Kind kind) {
    const bool picks_by_tag = kind == Kind::tag || kind == Kind::stack || kind == Kind::totals;
    const bool long_list = kind == Kind::decisions || kind == Kind::milestones || kind == Kind::risks;
    const std::array<std::tuple<std::string_view, bool, std::string_view>, 6> rules{
        {{"title", kind != Kind::tag, "metric, stack, totals, actions and those about a quarter"},
         {"most", long_list, "decisions, milestones and risks"},
         {"rows", kind == Kind::priorities, "priorities"},
         {"definition", kind == Kind::stack || kind == Kind::totals, "stack and totals"},
         {"order", picks_by_tag, "tag, stack and totals"},
         {"columns", kind == Kind::totals, "totals"}}};
    for (const auto& [key, fits, owners] : rules)
        if (const YamlNode* node = block.find(key); node != nullptr && !fits)
            file.refuse(node->line, fmt::format("\"{}\" belongs to blocks of the kind {} only.", key, owners));
}

BlockRequest read_block(const YamlFile& file, const YamlNode& node) {
    file.expect_keys(
        node, {"metric", "tag",        "stack",      "totals",   "actions",     "ratings",  "decisions",   "milestones",
               "risks",  "priorities", "form",       "calendar", "corrections", "criteria", "definitions", "progress",
               "id",     "title",      "definition", "order",    "columns",     "most",     "rows"});
    BlockRequest block;
    std::tie(block.kind, block.of) = read_kind(file, node);
    block.line = node.line;
    if (block.kind == Kind::metric && std::count(block.of.begin(), block.of.end(), '/') != 1)
        file.refuse(node.line, fmt::format("\"{}\" must name a programme and its metric, as in "
                                           "\"imaging/diagnostic_radiology\".",
                                           block.of));
    if (node.find("id") != nullptr) {
        block.id = file.required_text(node, "id", "a block");
        expect_anchor(file, node, block.id);
    }
    block.title = read_text(file, node.find("title"), "title");
    block.definition = read_text(file, node.find("definition"), "definition");
    block.order = read_names(file, node, "order");
    block.columns = read_names(file, node, "columns");
    expect_fitting_keys(file, node, block.kind);
    read_board_block(file, node, block);
    return block;
}

SectionRequest read_section(const YamlFile& file, const YamlNode& node) {
    file.expect_keys(node, {"id", "title", "introduction", "layout", "blocks"});
    SectionRequest section;
    section.id = file.required_text(node, "id", "a section");
    expect_anchor(file, node, section.id);
    section.title = read_required_text(file, node, "title", "a section");
    section.introduction = read_text(file, node.find("introduction"), "introduction");
    if (const YamlNode* layout = node.find("layout")) {
        if (layout->text != "summary")
            file.refuse(layout->line, fmt::format("\"layout\" is \"{}\"; expected summary.", layout->text));
        section.summary = true;
    }
    const YamlNode* blocks = node.find("blocks");
    if (blocks == nullptr) file.refuse(node.line, "a section lacks the key \"blocks\".");
    for (const YamlNode& block : file.items(*blocks, "blocks")) section.blocks.push_back(read_block(file, block));
    return section;
}

void read_sections(const YamlFile& file, const YamlNode& node, std::vector<SectionRequest>& sections) {
    std::set<std::string> ids(anchors_of_the_page.begin(), anchors_of_the_page.end());
    for (const YamlNode& item : file.items(node, "sections")) {
        sections.push_back(read_section(file, item));
        std::vector<std::pair<std::string, std::size_t>> anchors{{sections.back().id, item.line}};
        for (const BlockRequest& block : sections.back().blocks)
            if (!block.id.empty()) anchors.emplace_back(block.id, block.line);
        for (const auto& [id, line] : anchors)
            if (!ids.insert(id).second)
                file.refuse(
                    line,
                    fmt::format("the id \"{}\" is taken already, in this file or by the page itself. Choose another.",
                                id));
    }
    if (sections.empty()) file.refuse(node.line, "a report must have at least one section.");
}

}  // namespace

TemplateFolder TemplateFolder::read(const fs::path& templates, const std::string& id) {
    expect_folder(templates, id);
    const YamlFile file = YamlFile::read(templates / id / "report.yaml", id + "/report.yaml");
    const YamlNode& root = file.root();
    file.expect_keys(root, {"version", "title", "subtitle", "policy", "challenges", "sections"});
    TemplateFolder folder;
    folder.folder = templates / id;
    folder.id = id;
    folder.version = file.required_text(root, "version", "a report");
    folder.title = read_required_text(file, root, "title", "a report");
    folder.subtitle = read_text(file, root.find("subtitle"), "subtitle");
    if (const YamlNode* policy = root.find("policy")) read_policy(file, *policy, folder);
    if (const YamlNode* rules = root.find("challenges")) folder.rules_off = read_rules_off(file, *rules);
    const YamlNode* sections = root.find("sections");
    if (sections == nullptr) file.refuse(root.line, "a report lacks the key \"sections\".");
    read_sections(file, *sections, folder.sections);
    folder.locale = Locale::read(templates / "locale");
    return folder;
}

}  // namespace quarterdeck::report
