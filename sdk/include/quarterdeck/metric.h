#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/query.h"
#include "quarterdeck/table.h"

namespace quarterdeck {

/// A column worked out from other columns of the same row, exactly, and rounded once, half away from zero.
/// It is hidden when anything that it rests on is hidden, and `[z]` when it would divide by nothing.
struct Formula {
    enum class Kind {
        ratio,            ///< of ÷ over
        percentage,       ///< 100 × of ÷ over
        share,            ///< of ÷ over, as a part of one
        difference,       ///< of − over
        growth,           ///< 100 × (of − over) ÷ over, in per cent
        compound_growth,  ///< 100 × ((of ÷ over)^(1 ÷ years) − 1), in per cent a year
    };

    std::string id;  ///< names the CSV column
    Text title;
    Kind kind = Kind::ratio;
    std::string of;    ///< a measure's id
    std::string over;  ///< a measure's id
    int places = 0;    ///< decimal places that the result is rounded to
    int years = 1;     ///< for compound growth
    std::string mean_with =
        {};  ///< a measure's id: divides by the mean of `over` and this one (ratio, percentage, share)

    bool operator==(const Formula&) const = default;
};

/// A picture of the table, always shown beside it. Drawn from the same protected figures.
struct Chart {
    enum class Kind { stacked_bar, bar, line };

    Kind kind = Kind::stacked_bar;
    Text title;
    Text description;                 ///< what a reader who can't see it should know
    std::vector<std::string> series;  ///< ids of the columns drawn, in order

    bool operator==(const Chart&) const = default;
};

/// Given the protected answers to the metric's queries, in the order of `Metric::needs`, returns its table.
/// Figures may be `[c]`: what rests on one must be `[c]` too.
using Compute = std::function<Table(const std::vector<Table>& answers)>;

/// A table that a programme publishes. *Declared* when `query` says all (no `compute`): the host counts it
/// together with every other metric. *Computed* when `compute` is given: it gets protected answers to `needs`.
struct Metric {
    std::string id;  ///< lower case, digits and underscores; unique within the plugin
    Text title;
    Text definition;                ///< what is counted, when and how, in words that a reader can cite
    Text unit;                      ///< for instance "Headcount: people; FTE: full-time equivalents"
    std::vector<std::string> tags;  ///< by which templates pick metrics
    Query query;
    std::vector<Formula> formulas;
    std::vector<std::string> columns;  ///< order of measures and formulas shown; empty: all, measures first
    std::optional<Chart> chart;
    std::vector<Text> notes;
    std::vector<Query> needs;  ///< what a computed metric asks for
    Compute compute;           ///< empty for a declared metric

    bool computed() const { return static_cast<bool>(compute); }
};

}  // namespace quarterdeck
