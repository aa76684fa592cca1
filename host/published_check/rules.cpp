#include "published_check/rules.h"

#include <array>

namespace quarterdeck::published_check {
namespace {

using validate::RuleAbout;
using enum validate::Severity;

constexpr std::array<RuleAbout, rule_count> rules{{
    {"columns-dont-add-up", error, "The parts of a row make up its whole, for instance male and female the headcount.",
     "Find which of the figures is wrong in the source, and publish the table again."},
    {"rows-dont-add-up", error,
     "A total adds up the rows that it stands for; suppressed rows may be from 1 to the limit.",
     "Find which of the figures is wrong in the source, and publish the table again."},
    {"part-over-whole", error, "A part is at most the whole: over 55s and FTE are at most the headcount.",
     "Find which of the figures is wrong; often a footnote's number has stuck to one."},
    {"ratio-doesnt-follow", error, "A printed percentage or ratio follows from the figures beside it, within rounding.",
     "Work the ratio out again from the figures."},
    {"two-figures-for-one", error, "What stands in two tables is the same figure in both.",
     "Find which is right, and correct the other."},
    {"figures-contradict", error, "All relations of the tables hold at once for some whole numbers.",
     "Look at the figures that the proof names: each fits alone, but not together with the others."},
    {"shares-dont-make-one", error, "The shares of a whole make 1, within what their rounding allows.",
     "Work the shares out again from the counts."},
    {"share-doesnt-follow", error, "A chart's share follows from the counts in the table, within rounding.",
     "Work the share out again; shares aren't adjusted so that they make 1."},
    {"growth-doesnt-follow", error,
     "A growth rate follows from staff in post at both ends, as compound annual growth, within what rounding of the "
     "staff figures allows.",
     "Work the rate out again, and say if it isn't compound annual growth."},
    {"change-doesnt-follow", error, "The change of a rate is the later rate less the earlier, within rounding.",
     "Work the change out again."},
    {"text-for-a-figure", warning, "Where figures stand, everything is a figure or a marker that programs know.",
     "Print the figure or a marker, [x] for instance, and put the words into a note."},
    {"marker-with-a-digit", warning, "A marker such as <5 has one limit in a table; another digit behind it misleads.",
     "Move the footnote's number away from the marker."},
    {"dash-for-a-figure", note, "A dash leaves open whether it means nil, not applicable or not available.",
     "Print 0, [z] or [x]."},
    {"nothing-for-an-area", error, "A chart has as many values as areas, or readers assign them to the wrong ones.",
     "Supply the missing values, or take the area out."},
    {"gap-in-a-series", warning, "A series has a figure for each year between its first and its last.",
     "Supply the figure, or print a marker that says why there is none."},
    {"years-beyond-the-course", error, "A course has no students in a year of study beyond its length.",
     "Correct the length of the award or the year of study; a part-time course takes longer than its award says."},
    {"bands-overlap", note, "Bands hold everybody once.",
     "Name the bands so that they don't meet: 46-55, then 56 and over."},
}};

}  // namespace

const RuleAbout& about(Rule rule) {
    return rules[static_cast<std::size_t>(rule)];
}

}  // namespace quarterdeck::published_check
