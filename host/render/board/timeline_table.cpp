#include "render/board/tables.h"
#include "render/board/timeline_marks.h"

namespace quarterdeck::render {
namespace {

const char* kind_key(TimelineMark::Kind kind) {
    switch (kind) {
        case TimelineMark::Kind::baseline: return "timeline.baseline";
        case TimelineMark::Kind::overdue: return "timeline.overdue";
        case TimelineMark::Kind::forecast: return "timeline.forecast";
        case TimelineMark::Kind::met: return "timeline.met";
        case TimelineMark::Kind::reporting_date: break;
    }
    return "timeline.today";
}

}  // namespace

WordsTable timeline_table(const report::Milestones& milestones, const BoardWords& words) {
    WordsTable table{.title = words("part.timeline"),
                     .about = {words("timeline.about")},
                     .columns = {{words("column.mark"), 20},
                                 {words("column.id"), 14},
                                 {words("column.milestone"), 60},
                                 {words("column.date"), 24},
                                 {words("column.line"), 14}},
                     .rows = {},
                     .empty = words("empty.milestones"),
                     .picture = WordsTable::Picture::timeline};
    const std::string all = words.other("page.all");
    for (const TimelineMark& mark : marks_by_kind(milestones))
        table.rows.push_back({{.text = words(kind_key(mark.kind))},
                              {.text = mark.milestone == nullptr ? all : printable(mark.milestone->id)},
                              {.text = mark.milestone == nullptr ? all : words.in(mark.milestone->title)},
                              {.text = words.day(mark.day), .date = mark.day},
                              counted(mark.line)});
    return table;
}

}  // namespace quarterdeck::render
