#include "render/board/tables.h"

namespace quarterdeck::render {

WordsTable decisions_table(const report::Decisions& decisions, const BoardWords& words) {
    const bool taken = decisions.kind == report::Decisions::Kind::taken;
    WordsTable table{.title = words(taken ? "part.decisions_taken" : "part.decisions_asked"),
                     .about = {},
                     .columns = {{words("column.programme"), 28},
                                 {words("column.id"), 10, WordsColumn::Beside::said},
                                 {words("column.question"), 60},
                                 {words("column.decider"), 26}},
                     .rows = {},
                     .empty = words(taken ? "empty.decisions_taken" : "empty.decisions_asked")};
    if (taken) {
        table.columns.push_back({words("column.decided_on"), 20});
        table.columns.push_back({words("column.outcome"), 60});
    } else {
        table.columns.push_back({words("column.needed_by"), 20});
        table.columns.push_back({words("column.asked_in"), 22, WordsColumn::Beside::said});
    }
    for (const report::DecisionLine& line : decisions.lines) {
        const returns::Decision& one = line.decision;
        std::vector<WordsCell> row{{.text = words.in(line.programme_title)},
                                   {.text = printable(one.id)},
                                   words.said(one.question, line.language, "no_text"),
                                   words.said(one.owner, line.language, "no_owner")};
        if (taken) {
            row.push_back({.text = words.day(*one.decided_on)});
            row.push_back(words.said(one.outcome, line.language, "no_outcome"));
        } else {
            row.push_back({.text = words.day_or(one.needed_by, "no_day")});
            row.push_back({.text = words.quarter(line.quarter)});
        }
        table.rows.push_back(std::move(row));
    }
    if (decisions.more > 0)
        table.about.push_back(words("more", {{"count", static_cast<std::int64_t>(decisions.more)}}));
    return table;
}

}  // namespace quarterdeck::render
