#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "validate/severity.h"

namespace quarterdeck::cli {

/// What `quarterdeck check` was asked for.
struct CheckOptions {
    std::string directory;
    std::vector<std::string> without;  ///< rules that are switched off
    std::string plugins;               ///< directory of plugins, for what codes do to their figures
    bool published = false;
    bool rules = false;
    bool coding_quality = false;
    bool json = false;
    bool quiet = false;

    bool switched_off(std::string_view rule) const;
};

/// Throws `WrongUse` where a rule that was switched off isn't one of `rules`, naming the nearest.
void expect_known(const CheckOptions& options, const std::vector<validate::RuleAbout>& rules);

/// Lists rules: id, severity, reason, what to do.
Status print_rules(const std::vector<validate::RuleAbout>& rules, bool json);

/// How many findings there are of each severity.
struct Weights {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;

    void add(validate::Severity severity);
    /// "3 errors, 1 warning and 2 notes"; "nothing to mend".
    std::string text() const;
};

/// `check --published`: holds published tables against what must be true of them.
Status check_published(const CheckOptions& options);

/// `check --coding-quality`: how good occupation codes are, by organisation and programme, and what follows from it.
Status check_coding(const CheckOptions& options);

}  // namespace quarterdeck::cli
