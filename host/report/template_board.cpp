#include "report/template_board.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "report/nearest.h"
#include "report/template_text.h"

namespace quarterdeck::report {
namespace {

using Kind = BlockRequest::Kind;

constexpr std::size_t most_lines = 1'000;

/// What the kinds that don't take a programme or plan may be of.
const std::map<Kind, std::vector<std::string>>& choices() {
    static const std::map<Kind, std::vector<std::string>> choices{
        {Kind::ratings, {"all"}},         {Kind::decisions, {"asked", "taken"}}, {Kind::milestones, {"overdue"}},
        {Kind::risks, {"top"}},           {Kind::priorities, {"all"}},           {Kind::calendar, {"quarter"}},
        {Kind::corrections, {"quarter"}}, {Kind::criteria, {"ratings"}},         {Kind::definitions, {"changes"}}};
    return choices;
}

std::size_t read_most(const YamlFile& file, const YamlNode& node) {
    const std::string text = file.required_text(node, "most", "a block");
    std::size_t most = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), most);
    if (error != std::errc{} || end != text.data() + text.size() || most < 1 || most > most_lines)
        file.refuse(node.find("most")->line,
                    fmt::format("\"most\" is \"{}\"; expected a whole number from 1 to {}.", text, most_lines));
    return most;
}

PriorityRequest read_priority(const YamlFile& file, const YamlNode& node) {
    file.expect_keys(node, {"title", "themes"});
    PriorityRequest row{read_required_text(file, node, "title", "a row"), read_names(file, node, "themes")};
    if (row.themes.empty()) file.refuse(node.line, "a row must name at least one heading of a plan in \"themes\".");
    return row;
}

}  // namespace

void read_board_block(const YamlFile& file, const YamlNode& node, BlockRequest& block) {
    if (const auto known = choices().find(block.kind); known != choices().end()) {
        const std::vector<std::string>& names = known->second;
        if (std::find(names.begin(), names.end(), block.of) == names.end())
            file.refuse(node.line,
                        fmt::format("\"{}\" is not understood here; expected {}.", block.of, fmt::join(names, " or ")));
    }
    if (node.find("most") != nullptr) block.most = read_most(file, node);
    if (const YamlNode* rows = node.find("rows"))
        for (const YamlNode& row : file.items(*rows, "rows")) block.rows.push_back(read_priority(file, row));
}

RulesOff read_rules_off(const YamlFile& file, const YamlNode& node) {
    const std::vector<std::string> known(challenge_names.begin(), challenge_names.end());
    RulesOff off;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto found = std::find(known.begin(), known.end(), node.keys[i]);
        const YamlNode& choice = node.children[i];
        if (found == known.end())
            file.refuse(choice.line, fmt::format("there is no rule \"{}\"{} The rules are {}.", node.keys[i],
                                                 nearest_hint(node.keys[i], known), fmt::join(known, ", ")));
        if (choice.text != "true" && choice.text != "false")
            file.refuse(choice.line, fmt::format("\"{}\" must be true or false.", node.keys[i]));
        if (choice.text == "false") off.insert(static_cast<ChallengeRule>(found - known.begin()));
    }
    if (node.kind != YamlNode::Kind::map) file.refuse(node.line, "\"challenges\" must hold rules, each true or false.");
    return off;
}

}  // namespace quarterdeck::report
