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

/// Whose hands mend what is found.
enum class Hands {
    staff_record,   ///< organisations, in the staff record itself
    extract,        ///< whoever takes the extract from it
    establishment,  ///< finance
    training,       ///< whoever supplies training figures
    publisher,      ///< whoever publishes tables
};

/// "Health boards and trusts, in the staff record".
std::string_view hands_text(Hands hands);

/// A rule as `quarterdeck check --rules` lists it.
struct RuleAbout {
    std::string_view id;
    Severity severity = Severity::error;
    std::string_view reason;  ///< a sentence: why it matters
    std::string_view mend;    ///< a sentence: what to do
    Hands hands = Hands::staff_record;
};

}  // namespace quarterdeck::validate
