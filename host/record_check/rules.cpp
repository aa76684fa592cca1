#include "record_check/rules.h"

#include <algorithm>
#include <array>

#include "validate/rules.h"

namespace quarterdeck::record_check {
namespace {

using validate::Hands;
using validate::RuleAbout;
using enum validate::Severity;

struct Listed {
    RuleAbout about;
    const char* column;
};

constexpr std::array<Listed, rule_count> rules{{
    {{"occupation-code-malformed", warning,
      "An NHS occupation code has three letters or digits; a shorter number has often lost its zeros in a spreadsheet.",
      "Export codes as text: 080, not 80.", Hands::extract},
     "occupation_code"},
    {{"occupation-code-unknown", note,
      "The code isn't among those of the diagnostics programmes (occupation code manual 22.1), so that no population "
      "finds the post by it.",
      "Check the code against the manual; nothing is wrong if the post belongs to another service."},
     "occupation_code"},
    {{"occupation-code-retired", warning,
      "The code is retired in the occupation code manual 22.1, and populations go by the current ones.",
      "Recode the post in the staff record."},
     "occupation_code"},
    {{"occupation-code-against-staff-group", warning,
      "The code belongs to another staff group than the record names, so that the post counts in the wrong rows.",
      "Correct the code or the staff group."},
     "occupation_code"},
    {{"occupation-code-against-band", warning,
      "The code is one of doctors, support staff or registered staff, and the pay band or grade is none of theirs.",
      "Correct the code or the pay band."},
     "pay_band"},
    {{"pay-band-against-staff-group", warning,
      "Doctors have grades, everybody else has bands: the post counts in the wrong rows.",
      "Correct the staff group or the pay band."},
     "pay_band"},
    {{"organisation-unknown", warning, "The organisation isn't a health board or trust of NHS Wales.",
      "Correct the ODS code.", Hands::extract},
     "organisation"},
    {{"fte-over-one", warning, "One post is seldom more than full time.",
      "Check the contracted hours; extra sessions of a consultant are real."},
     "contracted_fte"},
    {{"fte-over-one-and-a-half-in-all", warning, "All posts of one person together are seldom more than 1.5 FTE.",
      "Check whether one of the posts has ended."},
     "contracted_fte"},
    {{"assignment-ends-before-start", error, "An assignment can't end before it starts.",
      "Correct one of the two dates."},
     "end_date"},
    {{"assignment-ended-before-snapshot", warning, "The assignment ended before the snapshot date and is counted.",
      "End the assignment in the staff record, or correct its end date."},
     "end_date"},
    {{"assignment-starts-after-snapshot", warning, "The assignment starts after the snapshot date and is counted.",
      "Correct the start date, or leave the row out of this extract."},
     "start_date"},
    {{"date-of-birth-changed", warning, "The person had another date of birth in an earlier snapshot.",
      "Find which is right; it may also be another person with the same number."},
     "date_of_birth"},
    {{"gender-changed", note, "The person had another gender in an earlier snapshot.",
      "Nothing to mend if the record was meant to change."},
     "gender"},
    {{"employee-with-two-national-ids", error,
      "One employee_number of an organisation has two person_id_national, so that somebody counts twice.",
      "Merge the records."},
     "person_id_national"},
    {{"same-post-in-two-organisations", warning,
      "Somebody's main post stands in two organisations with the same code, band and FTE: one of them was probably "
      "left behind by a move.",
      "End the assignment in the organisation that was left."},
     "organisation"},
    {{"snapshot-missing", warning, "Snapshots follow each other at even distances; one is missing.",
      "Add the extract of the date that is missing, or trends have a hole.", Hands::extract},
     "snapshot_date"},
    {{"sudden-jump", warning,
      "An organisation's headcount changed by a fifth or more, and by ten people or more, since the last snapshot.",
      "Look whether a service moved, or a part of the extract is missing or doubled.", Hands::extract},
     "organisation"},
    {{"organisation-gone", error, "An organisation with staff in the last snapshot has none in this one.",
      "Add the organisation's rows; a part of the extract is missing.", Hands::extract},
     "organisation"},
    {{"staff-without-establishment", warning,
      "The organisation has staff and no funded establishment: no vacancy follows.",
      "Add the organisation to the establishment file.", Hands::establishment},
     "organisation"},
    {{"establishment-without-staff", warning,
      "The organisation has funded establishment and no staff: all of it would count as vacant.",
      "Add the organisation's rows, or correct its code in the establishment file.", Hands::establishment},
     "organisation"},
}};

/// Of the files beside staff records, found while they are read.
constexpr std::array<RuleAbout, 8> of_other_files{{
    {"establishment-date-not-a-date", error, "Funded posts count at their date.", "Correct the date.",
     Hands::establishment},
    {"funded-fte-not-a-number", warning,
     "Without the number nobody can say how many of the staff that it funds are missing: their vacancies are [x].",
     "Correct the funded FTE.", Hands::establishment},
    {"subjective-code-not-mapped", warning,
     "The map of subjective codes says whom a code funds; without it the posts are in no programme's establishment.",
     "Add the code to the map.", Hands::establishment},
    {"subjective-code-date-not-a-date", error, "A code can change its meaning on a day.", "Correct the date.",
     Hands::establishment},
    {"subjective-code-band-unknown", error, "Populations go by the bands and grades of the pay scale.",
     "Spell it as staff records and published tables do: Band 6, Consultant, Band 5-6.", Hands::establishment},
    {"subjective-code-bands-contradict", error, "A pay band belongs to one group of bands.",
     "Correct one of the two, or leave one empty.", Hands::establishment},
    {"subjective-code-twice", error, "A code means one thing on a day, or its posts would count twice.",
     "Keep one meaning a code and day.", Hands::establishment},
    {"series-value-not-a-number", warning, "The figure counts as not known, and so does what rests on it.",
     "Correct the value, or leave it empty where there is none.", Hands::training},
}};

validate::Severity weight(validate::Consequence consequence) {
    switch (consequence) {
        case validate::Consequence::refused: return error;
        case validate::Consequence::left_out:
        case validate::Consequence::kept: return warning;
        case validate::Consequence::noted: break;
    }
    return note;
}

/// What is left out by rule needs no mending.
validate::Severity weight(const validate::RuleText& text) {
    return text.mend.starts_with("Nothing to mend") ? note : weight(text.consequence);
}

/// Null for what is said of files as a whole.
const RuleAbout* find(std::string_view id) {
    static const std::vector<RuleAbout> all = all_rules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const RuleAbout& known) { return known.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const RuleAbout& about(Rule rule) {
    return rules[static_cast<std::size_t>(rule)].about;
}

const char* column_of(Rule rule) {
    return rules[static_cast<std::size_t>(rule)].column;
}

std::vector<RuleAbout> all_rules() {
    std::vector<RuleAbout> all;
    for (std::size_t i = 0; i < validate::rule_count; ++i) {
        const validate::RuleText& text = validate::text_of(static_cast<validate::Rule>(i));
        all.push_back({text.id, weight(text), text.what, text.mend, text.hands});
    }
    for (const Listed& listed : rules) all.push_back(listed.about);
    all.insert(all.end(), of_other_files.begin(), of_other_files.end());
    return all;
}

validate::Severity severity_of(const validate::Finding& finding) {
    const RuleAbout* rule = find(finding.rule);
    return rule == nullptr ? weight(finding.consequence) : rule->severity;
}

Hands hands_of(const validate::Finding& finding) {
    const std::string_view file = finding.places.empty() ? std::string_view() : finding.places.front().file;
    if (file.starts_with("published/")) return Hands::publisher;
    if (const RuleAbout* rule = find(finding.rule)) return rule->hands;
    if (file.starts_with("establishment/") || file.starts_with("subjective_codes/")) return Hands::establishment;
    return file.starts_with("training/") ? Hands::training : Hands::extract;
}

}  // namespace quarterdeck::record_check
