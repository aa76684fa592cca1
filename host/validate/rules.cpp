#include "validate/rules.h"

#include <array>

namespace quarterdeck::validate {
namespace {

using enum Consequence;

constexpr std::string_view date_expected = "is not a date; expected a day such as 2023-03-31 or 31-MAR-2023";
constexpr std::string_view mend_date =
    "Correct the date, or export dates as year-month-day; open-ended dates are written 4712-12-31.";
constexpr std::string_view mend_identity = "Add the number, or take the row out of the extract.";
constexpr std::string_view mend_birth =
    "Correct the date of birth in the staff record; until then the age band is Unknown.";
constexpr std::string_view mend_person =
    "Correct the staff record. Until then the primary assignment's value counts, without one that of the highest "
    "FTE, then that of the lowest assignment number.";

constexpr std::array<RuleText, rule_count> rules{{
    {Rule::ragged_row, "ragged-row", refused, "", "the row has more or fewer fields than the header",
     "Look for a comma in a field that should stand in quotation marks, or export the file again.", Hands::extract},
    {Rule::snapshot_date_unreadable, "snapshot-date-not-a-date", refused, "snapshot_date", date_expected, mend_date,
     Hands::extract},
    {Rule::birth_unreadable, "date-of-birth-not-a-date", refused, "date_of_birth", date_expected, mend_date,
     Hands::extract},
    {Rule::start_unreadable, "start-date-not-a-date", refused, "start_date", date_expected, mend_date, Hands::extract},
    {Rule::end_unreadable, "end-date-not-a-date", refused, "end_date", date_expected, mend_date, Hands::extract},
    {Rule::assignment_twice, "assignment-twice", refused, "assignment_number",
     "organisation and assignment_number are the same as in another row at the same date",
     "Keep one row for each assignment; an extract may have been added twice.", Hands::extract},
    {Rule::too_many_values, "too-many-values", refused, "",
     "a column of codes or names has more than 65,536 different values",
     "Check that the header names the right column; names and numbers of people don't belong into it.", Hands::extract},
    {Rule::control_character, "control-character", refused, "",
     "a field holds a control character; expected printable text", "Export the file again as UTF-8 text.",
     Hands::extract},
    {Rule::bank_or_honorary, "bank-or-honorary", left_out, "assignment_category",
     "bank and honorary assignments are not counted", "Nothing to mend: they are left out by rule."},
    {Rule::status_not_counted, "status-not-counted", left_out, "assignment_status",
     "assignment_status is not one that counts: Active Assignment, Internal Secondment, Acting Up",
     "Nothing to mend, unless a status is spelled in another way."},
    {Rule::contract_not_counted, "contract-not-counted", left_out, "contract_type",
     "contract_type is not one that counts: Permanent, Fixed Term Temp, Locum",
     "Nothing to mend, unless a contract type is spelled in another way."},
    {Rule::organisation_missing, "organisation-missing", left_out, "organisation", "organisation is empty",
     "Add the organisation's ODS code, or take the row out of the extract."},
    {Rule::assignment_number_missing, "assignment-number-missing", left_out, "assignment_number",
     "assignment_number is empty", mend_identity},
    {Rule::employee_number_missing, "employee-number-missing", left_out, "employee_number",
     "employee_number is empty, and there is no person_id_national either", mend_identity},
    {Rule::fte_not_a_number, "fte-not-a-number", left_out, "contracted_fte",
     "contracted_fte is not a number; expected a number from 0 to 2",
     "Correct the contracted FTE in the staff record; until then the row is not counted."},
    {Rule::fte_out_of_range, "fte-out-of-range", left_out, "contracted_fte",
     "contracted_fte is out of range; expected a number from 0 to 2",
     "Correct the contracted FTE in the staff record; until then the row is not counted."},
    {Rule::fte_too_precise, "fte-too-precise", kept, "contracted_fte", "contracted_fte has more than five decimals",
     "Export FTE with five decimals; until then it is rounded to five, half away from zero.", Hands::extract},
    {Rule::gender_unknown, "gender-unknown", kept, "gender",
     "gender is neither Female nor Male; the row counts as Unknown", "Complete the staff record."},
    {Rule::birth_missing, "date-of-birth-missing", kept, "date_of_birth",
     "date_of_birth is empty; the age band is Unknown", "Complete the staff record."},
    {Rule::birth_in_future, "date-of-birth-in-future", kept, "date_of_birth",
     "date_of_birth lies after the snapshot date; the age band is Unknown", mend_birth},
    {Rule::birth_implausible, "date-of-birth-implausible", kept, "date_of_birth",
     "date_of_birth gives an age below 15 or over 100; the age band is Unknown", mend_birth},
    {Rule::two_births, "person-with-two-dates-of-birth", kept, "date_of_birth",
     "date_of_birth differs from that of another assignment of the same person", mend_person},
    {Rule::two_genders, "person-with-two-genders", kept, "gender",
     "gender differs from that of another assignment of the same person", mend_person},
    {Rule::two_primaries, "person-with-two-primary-assignments", noted, "primary_assignment",
     "another assignment of the same person is primary too",
     "Mark one assignment of each person as primary; until then the one with the highest FTE counts as such."},
    {Rule::national_id_missing, "national-person-id-missing", noted, "person_id_national",
     "person_id_national is empty; the person is known by organisation and employee_number only",
     "Complete the column; else somebody with posts in two organisations counts twice."},
    {Rule::fte_zero, "fte-zero", noted, "contracted_fte", "contracted_fte is 0; the row counts as a person without FTE",
     "Check whether the assignment still exists."},
    {Rule::band_unknown, "pay-band-unknown", noted, "pay_band",
     "pay_band is not on the scale; its band group is Unknown", "Check the spelling against the list of pay bands."},
    {Rule::occupation_empty, "occupation-code-empty", noted, "occupation_code", "occupation_code is empty",
     "Complete the staff record where the post has a code: populations can't find it otherwise."},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (static_cast<std::size_t>(rules[i].rule) != i) return false;
    return true;
}
static_assert(in_order());

}  // namespace

const RuleText& text_of(Rule rule) {
    return rules[static_cast<std::size_t>(rule)];
}

}  // namespace quarterdeck::validate
