#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/outlook/plan.h"
#include "quarterdeck/outlook/outlook.h"
#include "quarterdeck/table.h"

namespace quarterdeck::programmes {

/// What the tables of an outlook ask for, in this order: staff by group and age, courses, completed training,
/// scenarios, and assumptions that the template's file gives. Courses and training only where the plan has some.
std::vector<Query> outlook_needs(const OutlookPlan& plan);

/// A programme's outlook, ready to be projected; or why there is none.
struct OutlookStart {
    outlook::Scenarios scenarios;
    std::vector<outlook::Assumption> assumptions;  ///< the plan's, or what the template's file gives in their place
    std::optional<outlook::ProgrammeStart> programme{};
    std::vector<std::optional<std::int64_t>> over_55{};  ///< by group; missing where it is hidden
    Marker marker = Marker::confidential;                ///< of every figure, without a programme
    std::optional<outlook::Future> base{};               ///< the first scenario as expected
};

/// From the answers to `outlook_needs`. A hidden headcount or FTE hides all; hidden ages are spread over the years of
/// age that aren't shown.
OutlookStart outlook_start(const OutlookPlan& plan, const std::vector<Table>& answers);

/// "2023-24" for the first year of an outlook from 2023.
Text outlook_year(int start_year, int year);

/// A row whose figures are all there, or all the marker.
struct OutlookFigures {
    const OutlookStart& start;

    /// FTE in hundredths, shown to whole FTE.
    Figure fte(std::int64_t hundredths) const;
    Figure people(std::int64_t count) const;
    /// part ÷ whole in per cent, to one place.
    Figure percent(std::int64_t part, std::int64_t whole) const;
};

/// A decimal in hundredths; 0 for a marker.
std::int64_t hundredths(const Figure& figure);

/// part ÷ whole rounded half away from zero.
std::int64_t rounded(std::int64_t part, std::int64_t whole);

}  // namespace quarterdeck::programmes
