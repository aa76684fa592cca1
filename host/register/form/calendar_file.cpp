#include "register/form/calendar_file.h"

#include <fmt/format.h>

#include "report/yaml_file.h"

namespace quarterdeck::returns {

namespace {

struct Day {
    const char* key;
    Date Calendar::*member;
};

constexpr Day days[] = {{"snapshot", &Calendar::snapshot},     {"return_due", &Calendar::return_due},
                        {"cut_off", &Calendar::cut_off},       {"sign_off", &Calendar::sign_off},
                        {"papers_out", &Calendar::papers_out}, {"meeting", &Calendar::meeting}};

Date day(const report::YamlFile& file, const char* key) {
    const std::string text = file.required_text(file.root(), key, "a calendar");
    const std::optional<Date> date = Date::parse(text);
    if (!date)
        file.refuse(file.root().find(key)->line, fmt::format("{} is \"{}\"; expected a day as YYYY-MM-DD.", key, text));
    return *date;
}

std::vector<Lead> leads(const report::YamlFile& file) {
    std::vector<Lead> leads;
    const report::YamlNode* node = file.root().find("leads");
    if (node == nullptr) return leads;
    if (node->kind != report::YamlNode::Kind::map)
        file.refuse(node->line, "leads isn't a map; expected a programme's id and a role on each line.");
    for (std::size_t i = 0; i < node->keys.size(); ++i)
        leads.push_back({node->keys[i], file.required_text(*node, node->keys[i], "leads")});
    return leads;
}

}  // namespace

Calendar read_calendar(const std::filesystem::path& path) {
    const report::YamlFile file = report::YamlFile::read(path, path.string());
    file.expect_keys(file.root(),
                     {"quarter", "snapshot", "return_due", "cut_off", "sign_off", "papers_out", "meeting", "leads"});
    const std::string text = file.required_text(file.root(), "quarter", "a calendar");
    const std::optional<Quarter> quarter = Quarter::parse(text);
    if (!quarter)
        file.refuse(file.root().find("quarter")->line,
                    fmt::format("quarter is \"{}\"; expected for instance 2023-24Q4.", text));
    Calendar calendar;
    calendar.quarter = *quarter;
    const Day* before = nullptr;
    for (const Day& each : days) {
        calendar.*each.member = day(file, each.key);
        if (before != nullptr && calendar.*each.member < calendar.*before->member)
            file.refuse(file.root().find(each.key)->line,
                        fmt::format("{} is before {}; expected a day on or after {}.", each.key, before->key,
                                    (calendar.*before->member).iso()));
        before = &each;
    }
    calendar.leads = leads(file);
    return calendar;
}

}  // namespace quarterdeck::returns
