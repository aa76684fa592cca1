#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>

#include "cli/check_options.h"
#include "cli/print.h"
#include "cli/summary.h"
#include "published_check/checks.h"

namespace quarterdeck::cli {
namespace {

using published_check::Finding;
using published_check::Findings;

std::vector<validate::RuleAbout> all_rules() {
    std::vector<validate::RuleAbout> rules;
    for (std::size_t i = 0; i < published_check::rule_count; ++i)
        rules.push_back(published_check::about(static_cast<published_check::Rule>(i)));
    return rules;
}

void print_findings(const CheckOptions& options, const Findings& findings) {
    std::set<published_check::Rule> told;
    Weights weights;
    for (const Finding& finding : findings) {
        const validate::RuleAbout& rule = published_check::about(finding.rule);
        weights.add(rule.severity);
        fmt::print("{}, line {}, {}: {}: {}. [{}, {}]\n", finding.place.file, finding.place.line, finding.place.column,
                   finding.about, finding.proof, rule.id, validate::severity_text(rule.severity));
        if (told.insert(finding.rule).second) fmt::print("    {} {}\n", rule.reason, rule.mend);
    }
    fmt::print("{}: {}.\n", options.directory, weights.text());
}

std::vector<Task> tasks_of(const Findings& findings) {
    std::map<published_check::Rule, Task> by_rule;
    for (const Finding& finding : findings) {
        const validate::RuleAbout& rule = published_check::about(finding.rule);
        if (rule.severity == validate::Severity::note) continue;
        Task& task = by_rule[finding.rule];
        task = {validate::Hands::publisher, rule.severity, false, std::string(rule.mend), task.places + 1};
    }
    std::vector<Task> tasks;
    tasks.reserve(by_rule.size());
    for (auto& [rule, task] : by_rule) tasks.push_back(std::move(task));
    return tasks;
}

void print_summary(const CheckOptions& options, const Findings& findings) {
    std::set<std::string_view> files;
    std::set<published_check::Rule> broken;
    for (const Finding& finding : findings) {
        files.insert(finding.place.file);
        broken.insert(finding.rule);
    }
    const std::size_t used =
        published_check::rule_count - std::set<std::string>(options.without.begin(), options.without.end()).size();
    fmt::print("In short\n  Read: the tables in {}.\n", options.directory);
    fmt::print("  Good: {} of {} rules hold everywhere; what breaks the others stands in {}.\n", used - broken.size(),
               used, counted(files.size(), "table"));
    fmt::print("  To do:\n{}", to_do_text(tasks_of(findings)));
}

void print_json(const CheckOptions& options, const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
        const validate::RuleAbout& rule = published_check::about(finding.rule);
        list.push_back({{"rule", rule.id},
                        {"severity", validate::severity_text(rule.severity)},
                        {"file", finding.place.file},
                        {"line", finding.place.line},
                        {"column", finding.place.column},
                        {"about", finding.about},
                        {"proof", finding.proof},
                        {"reason", rule.reason},
                        {"mend", rule.mend}});
    }
    print(Json{{"directory", options.directory},
               {"without", options.without},
               {"findings", list},
               {"to_do", to_do_json(tasks_of(findings))}});
}

}  // namespace

Status check_published(const CheckOptions& options) {
    if (options.rules) return print_rules(all_rules(), options.json);
    expect_known(options, all_rules());
    Findings findings = published_check::check(options.directory);
    std::erase_if(findings, [&](const Finding& finding) {
        return options.switched_off(published_check::about(finding.rule).id);
    });
    if (options.json) {
        print_json(options, findings);
    } else {
        if (!options.quiet) print_findings(options, findings);
        print_summary(options, findings);
    }
    return Status::done;
}

}  // namespace quarterdeck::cli
