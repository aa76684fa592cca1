#include "cli/check_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/print.h"
#include "cli/summary.h"
#include "refusal.h"
#include "report/nearest.h"

namespace quarterdeck::cli {

bool CheckOptions::switched_off(std::string_view rule) const {
    return std::find(without.begin(), without.end(), rule) != without.end();
}

void expect_known(const CheckOptions& options, const std::vector<validate::RuleAbout>& rules) {
    std::vector<std::string> known;
    known.reserve(rules.size());
    for (const validate::RuleAbout& rule : rules) known.emplace_back(rule.id);
    for (const std::string& rule : options.without)
        if (std::find(known.begin(), known.end(), rule) == known.end())
            throw WrongUse(fmt::format("--without {}: there is no such rule{} `quarterdeck check --rules` lists them.",
                                       rule, report::nearest_hint(rule, known)));
}

Status print_rules(const std::vector<validate::RuleAbout>& rules, bool json) {
    Json list = Json::array();
    for (const validate::RuleAbout& rule : rules) {
        if (json)
            list.push_back({{"rule", rule.id},
                            {"severity", validate::severity_text(rule.severity)},
                            {"reason", rule.reason},
                            {"mend", rule.mend}});
        else
            fmt::print("{} ({})\n    {}\n    {}\n", rule.id, validate::severity_text(rule.severity), rule.reason,
                       rule.mend);
    }
    if (json) print(list);
    return Status::done;
}

void Weights::add(validate::Severity severity) {
    switch (severity) {
        case validate::Severity::error: ++errors; break;
        case validate::Severity::warning: ++warnings; break;
        case validate::Severity::note: ++notes; break;
    }
}

std::string Weights::text() const {
    std::vector<std::string> parts;
    if (errors > 0) parts.push_back(counted(errors, "error"));
    if (warnings > 0) parts.push_back(counted(warnings, "warning"));
    if (notes > 0) parts.push_back(counted(notes, "note"));
    if (parts.empty()) return "nothing to mend";
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) text += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

}  // namespace quarterdeck::cli
