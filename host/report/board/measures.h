#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quarterdeck/action.h"
#include "quarterdeck/table.h"
#include "register/measurement.h"
#include "report/board/source.h"

namespace quarterdeck::report {

/// Where an indicator of an entry stands against its baseline and its target.
struct MeasureLine {
    /// Against last quarter's actual, else against the baseline.
    enum class Course { not_known, unchanged, towards, away, reached };

    std::string id;  ///< of the entry
    Text title;      ///< of the entry
    Indicator::Kind kind = Indicator::Kind::measure;
    Text indicator;  ///< as the plan has it; may be empty
    std::optional<Decimal> baseline;
    std::optional<Decimal> target;
    std::optional<Figure> actual;   ///< as returned, or that of the metric, protected; nothing: none is known
    std::optional<Decimal> before;  ///< last quarter's, as returned
    Course course = Course::not_known;
    Said narrative;

    bool operator==(const MeasureLine&) const = default;
};

/// What a programme has returned on indicators this quarter, in the order of its plan.
std::vector<MeasureLine> measures_of(const BoardSource& source, const Programme& programme);

}  // namespace quarterdeck::report
