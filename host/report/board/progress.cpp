#include "report/board/progress.h"

#include <algorithm>

namespace quarterdeck::report {

Progress progress(const BoardSource& source, const std::string& plan) {
    Progress year{.plan = plan, .quarters = {}, .lines = {}};
    returns::Quarter quarter = source.reported.quarter;
    for (std::size_t i = 0; i < source.reported.quarters.size(); ++i, quarter = quarter.previous())
        year.quarters.insert(year.quarters.begin(), quarter);
    for (const Programme* programme : source.programmes) {
        const std::vector<MeasureLine> measures = measures_of(source, *programme);
        for (const Action& action : programme->actions) {
            if (action.kind != Action::Kind::action || action.plan != plan) continue;
            ProgressLine line{
                .action = action, .entries = source.reported.history(programme->id, action.id), .measures = {}};
            std::reverse(line.entries.begin(), line.entries.end());
            std::copy_if(measures.begin(), measures.end(), std::back_inserter(line.measures),
                         [&](const MeasureLine& one) { return one.id == action.id; });
            if (const returns::Return* content = source.reported.find(programme->id)) line.language = content->language;
            year.lines.push_back(std::move(line));
        }
    }
    return year;
}

}  // namespace quarterdeck::report
