#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

/// In a list of overdue ones it needn't be said of each.
WordsCell state_cell(const report::MilestoneLine& line, bool says_overdue, const BoardWords& words) {
    WordsCell cell{.text = words.milestone_state(line)};
    if (line.met_on) cell.more.push_back({words("met_on", {{"date", words.day(*line.met_on)}})});
    if (line.overdue && says_overdue) cell.more.push_back({words("is_overdue")});
    return cell;
}

WordsCell baseline_cell(const report::MilestoneLine& line, const BoardWords& words) {
    WordsCell cell{.text = words.day_or(line.baseline, "no_baseline")};
    if (line.shift) words.shift(*line.shift, cell);
    return cell;
}

}  // namespace

WordsTable milestones_table(const report::Milestones& milestones, const BoardWords& words) {
    const bool overdue = milestones.kind == report::Milestones::Kind::overdue;
    WordsTable table{
        .title = words("part.milestones"),
        .about = {},
        .columns = {{words("column.id"), 14, overdue ? WordsColumn::Beside::said : WordsColumn::Beside::no},
                    {words("column.milestone"), 60},
                    {words("column.baseline_date"), 40},
                    {words("column.state"), 20},
                    {words("column.forecast"), 20}},
        .rows = {},
        .empty = words(overdue ? "empty.milestones_overdue" : "empty.milestones")};
    if (overdue)
        table.columns.insert(table.columns.begin(), {words("column.programme"), 28});
    else
        table.columns.push_back({words("column.narrative"), 60});
    for (const report::MilestoneLine& line : milestones.lines) {
        std::vector<WordsCell> row{{.text = printable(line.id)},
                                   {.text = words.in(line.title)},
                                   baseline_cell(line, words),
                                   state_cell(line, !overdue, words),
                                   {.text = words.day_or(line.forecast, "no_forecast")}};
        if (overdue)
            row.insert(row.begin(), {.text = words.in(line.programme_title)});
        else
            row.push_back(words.said(line.narrative, line.state ? "no_narrative" : "nothing_returned"));
        table.rows.push_back(std::move(row));
    }
    if (milestones.more > 0)
        table.about.push_back(words("more", {{"count", static_cast<std::int64_t>(milestones.more)}}));
    return table;
}

}  // namespace quarterdeck::render
