#include "render/board/timeline_marks.h"

#include <algorithm>

namespace quarterdeck::render {

using report::MilestoneLine;

std::optional<Date> TimelineMarks::moved_to() const {
    const std::optional<Date>& to = met ? met : forecast;
    return baseline && to != baseline ? to : std::nullopt;
}

TimelineMarks timeline_marks(const MilestoneLine& line) {
    TimelineMarks marks{.baseline = line.baseline, .overdue = line.overdue, .forecast = {}, .met = line.met_on};
    if (!line.met_on && line.open && line.forecast != line.baseline) marks.forecast = line.forecast;
    return marks;
}

std::vector<const MilestoneLine*> timeline_lines(const report::Milestones& milestones) {
    std::vector<const MilestoneLine*> lines;
    for (const MilestoneLine& line : milestones.lines)
        if (line.baseline || line.forecast || line.met_on) lines.push_back(&line);
    return lines;
}

std::vector<TimelineMark> marks_by_kind(const report::Milestones& milestones) {
    using Kind = TimelineMark::Kind;
    std::vector<TimelineMark> all;
    std::size_t number = 0;
    for (const MilestoneLine* line : timeline_lines(milestones)) {
        ++number;
        const TimelineMarks marks = timeline_marks(*line);
        const auto add = [&](Kind kind, const std::optional<Date>& day) {
            if (day) all.push_back({kind, number, line, *day});
        };
        add(marks.overdue ? Kind::overdue : Kind::baseline, marks.baseline);
        add(Kind::forecast, marks.forecast);
        add(Kind::met, marks.met);
    }
    if (all.empty()) return all;
    all.push_back({Kind::reporting_date, 0, nullptr, milestones.as_at});
    std::stable_sort(all.begin(), all.end(),
                     [](const TimelineMark& one, const TimelineMark& other) { return one.kind < other.kind; });
    return all;
}

}  // namespace quarterdeck::render
