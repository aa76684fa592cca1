#include "render/board/tables.h"

namespace quarterdeck::render {

WordsTable calendar_table(const report::CalendarDays& days, const BoardWords& words) {
    WordsTable table{.title = words("title.calendar"),
                     .about = {words("calendar_of", {{"quarter", words.quarter(days.quarter)}})},
                     .columns = {{words("column.step"), 40}, {words("column.day"), 24}},
                     .rows = {},
                     .empty = words("empty.calendar")};
    if (!days.calendar) return table;
    const auto add = [&](const char* step, const Date& day) {
        table.rows.push_back({{.text = words(std::string("step.") + step)}, {.text = words.day(day)}});
    };
    add("snapshot", days.calendar->snapshot);
    add("return_due", days.calendar->return_due);
    add("cut_off", days.calendar->cut_off);
    add("sign_off", days.calendar->sign_off);
    add("papers_out", days.calendar->papers_out);
    add("meeting", days.calendar->meeting);
    return table;
}

WordsTable leads_table(const report::CalendarDays& days, const BoardWords& words) {
    WordsTable table{.title = words("part.leads"),
                     .about = {},
                     .columns = {{words("column.programme"), 28}, {words("column.lead"), 40}},
                     .rows = {},
                     .empty = words("empty.leads")};
    if (!days.calendar) return table;
    for (std::size_t i = 0; i < days.calendar->leads.size(); ++i)
        table.rows.push_back({{.text = words.in(days.led[i])}, words.body(days.calendar->leads[i].role, "no_owner")});
    return table;
}

}  // namespace quarterdeck::render
