#pragma once

#include <cstddef>
#include <vector>

#include "validate/finding.h"
#include "validate/severity.h"

namespace quarterdeck::record_check {

/// What can be wrong with staff records beyond what keeps them from being read, in the order of the listing.
enum class Rule {
    code_malformed,
    code_unknown,
    code_retired,
    code_against_staff_group,
    code_against_band,
    band_against_staff_group,
    organisation_unknown,
    fte_over_one,
    fte_over_one_and_a_half,
    ends_before_start,
    ended_before_snapshot,
    starts_after_snapshot,
    other_birth_than_before,
    other_gender_than_before,
    employee_with_two_ids,
    same_post_in_two_organisations,
    snapshot_missing,
    sudden_jump,
    organisation_gone,
    staff_without_establishment,
    establishment_without_staff,
};

inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::establishment_without_staff) + 1;

const validate::RuleAbout& about(Rule rule);

/// The field that a rule looks at.
const char* column_of(Rule rule);

/// Every rule that `check` uses on a data directory: those of reading first.
std::vector<validate::RuleAbout> all_rules();

/// How much a finding weighs: what its rule says, else what follows from its consequence.
validate::Severity severity_of(const validate::Finding& finding);

/// Who mends it: what its rule says, else whoever keeps the file.
validate::Hands hands_of(const validate::Finding& finding);

}  // namespace quarterdeck::record_check
