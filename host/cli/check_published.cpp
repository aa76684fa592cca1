#include <fmt/format.h>

#include <set>

#include "cli/check_options.h"
#include "cli/print.h"
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
    print(Json{{"directory", options.directory}, {"without", options.without}, {"findings", list}});
}

}  // namespace

Status check_published(const CheckOptions& options) {
    if (options.rules) return print_rules(all_rules(), options.json);
    expect_known(options, all_rules());
    Findings findings = published_check::check(options.directory);
    std::erase_if(findings, [&](const Finding& finding) {
        return options.switched_off(published_check::about(finding.rule).id);
    });
    options.json ? print_json(options, findings) : print_findings(options, findings);
    return Status::done;
}

}  // namespace quarterdeck::cli
