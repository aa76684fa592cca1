#pragma once

#include <cstddef>
#include <string_view>

#include "validate/finding.h"
#include "validate/severity.h"

namespace quarterdeck::validate {

/// What can be wrong with a row of staff records, in the order in which findings are told.
enum class Rule {
    ragged_row,
    snapshot_date_unreadable,
    birth_unreadable,
    start_unreadable,
    end_unreadable,
    assignment_twice,
    too_many_values,
    control_character,
    bank_or_honorary,
    status_not_counted,
    contract_not_counted,
    organisation_missing,
    assignment_number_missing,
    employee_number_missing,
    fte_not_a_number,
    fte_out_of_range,
    fte_too_precise,
    gender_unknown,
    birth_missing,
    birth_in_future,
    birth_implausible,
    two_births,
    two_genders,
    two_primaries,
    national_id_missing,
    fte_zero,
    band_unknown,
    occupation_empty,
};

inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::occupation_empty) + 1;

/// A rule as it is written down, printed and cited.
struct RuleText {
    Rule rule;
    std::string_view id;
    Consequence consequence;
    std::string_view column;  ///< the field looked at; empty: the row
    std::string_view what;    ///< for dates without the column's name in front; see `sentence_of`
    std::string_view mend;
    Hands hands = Hands::staff_record;
};

const RuleText& text_of(Rule rule);

}  // namespace quarterdeck::validate
