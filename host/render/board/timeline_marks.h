#pragma once

#include <optional>
#include <vector>

#include "report/board/milestones.h"

namespace quarterdeck::render {

/// What a milestone has on a timeline, on the page and in a workbook alike.
struct TimelineMarks {
    std::optional<Date> baseline;
    bool overdue = false;          ///< shown at the baseline date
    std::optional<Date> forecast;  ///< where it is open, and another than the baseline date
    std::optional<Date> met;

    /// Where a milestone with a baseline date stands now, if not there.
    std::optional<Date> moved_to() const;
};

TimelineMarks timeline_marks(const report::MilestoneLine& line);

/// The milestones that have a date, in their order: a line of the timeline for each.
std::vector<const report::MilestoneLine*> timeline_lines(const report::Milestones& milestones);

/// One mark of a timeline.
struct TimelineMark {
    enum class Kind { baseline, overdue, forecast, met, reporting_date };

    Kind kind = Kind::baseline;
    std::size_t line = 0;                              ///< from 1; the reporting date stands above them, at 0
    const report::MilestoneLine* milestone = nullptr;  ///< nothing for the reporting date
    Date day;
};

/// All marks by kind, then by line. Empty where no milestone has a date.
std::vector<TimelineMark> marks_by_kind(const report::Milestones& milestones);

}  // namespace quarterdeck::render
