#include "report/board/corrections.h"

namespace quarterdeck::report {

Corrections corrections(const BoardSource& source) {
    Corrections found{source.reported.quarter, {}};
    for (const returns::Superseded& one : source.reported.superseded) {
        const returns::Return* holds = source.reported.find(one.programme);
        const bool last = holds != nullptr && holds->number == one.replaced_by;
        found.lines.push_back({.programme = one.programme,
                               .programme_title = source.title(one.programme),
                               .number = one.number,
                               .replaced_by = one.replaced_by,
                               .on = last ? std::optional(holds->submitted_on) : std::nullopt,
                               .entries = one.changed});
    }
    return found;
}

}  // namespace quarterdeck::report
