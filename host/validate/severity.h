#pragma once

#include <string_view>

namespace quarterdeck::validate {

/// How much a finding weighs.
enum class Severity {
    error,    ///< figures are wrong, or can't be made, until it is mended
    warning,  ///< figures may be wrong: somebody must look
    note,     ///< worth knowing; figures stand
};

/// "error", "warning" or "note".
std::string_view severity_text(Severity severity);

/// A rule as `quarterdeck check --rules` lists it.
struct RuleAbout {
    std::string_view id;
    Severity severity = Severity::error;
    std::string_view reason;  ///< a sentence: why it matters
    std::string_view mend;    ///< a sentence: what to do
};

}  // namespace quarterdeck::validate
