#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "audit/evidence.h"
#include "audit/findings.h"

namespace quarterdeck::audit {

/// What both attacks on the same evidence found.
struct Audit {
    Evidence evidence;
    Findings sums;   ///< from what adds up
    Findings wider;  ///< from all that a reader knows
};

/// Attacks files with both kinds of knowledge.
Audit audit(const std::vector<PublishedFile>& files, int threshold);

/// "Genomics, Medical, Consultant, female".
std::string name(const Cell& cell);

/// A fact and the figures printed in it: "over_55 21 is at most headcount 16".
std::string fact_text(const Evidence& evidence, const Fact& fact);

/// For people: tables of counts, each cell that can be narrowed with the arithmetic, contradictions. Values that the
/// publisher suppressed stand in it only with `show_values`.
std::string audit_text(const Audit& audit, bool show_values);

/// The same for programs.
nlohmann::ordered_json audit_json(const Audit& audit, bool show_values);

}  // namespace quarterdeck::audit
