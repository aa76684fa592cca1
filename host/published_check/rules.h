#pragma once

#include <set>
#include <string>
#include <vector>

#include "validate/finding.h"
#include "validate/severity.h"

namespace quarterdeck::published_check {

/// What can be wrong with published tables, in the order in which rules are listed.
enum class Rule {
    columns_dont_add_up,
    rows_dont_add_up,
    part_over_whole,
    ratio_doesnt_follow,
    two_figures_for_one,
    figures_contradict,
    shares_dont_make_one,
    share_doesnt_follow,
    growth_doesnt_follow,
    change_doesnt_follow,
    text_for_a_figure,
    marker_with_a_digit,
    dash_for_a_figure,
    nothing_for_an_area,
    gap_in_a_series,
    years_beyond_the_course,
    bands_overlap,
};

inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::bands_overlap) + 1;

const validate::RuleAbout& about(Rule rule);

/// One fault, with its proof in words: "male 67 and female 164 make 231, not the headcount of 227".
struct Finding {
    Rule rule = Rule::columns_dont_add_up;
    validate::Place place;
    std::string about;  ///< what the figures are of: "Genomics, Total"
    std::string proof;
};

using Findings = std::vector<Finding>;

}  // namespace quarterdeck::published_check
