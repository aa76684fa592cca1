#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

/// Of the programme as a whole in full; how many there are of single entries.
WordsCell told(const report::RatingLine& line, const BoardWords& words) {
    std::vector<report::Challenge> whole;
    for (const report::Challenge& one : line.challenges)
        if (one.entry.empty()) whole.push_back(one);
    const std::size_t entries = line.challenges.size() - whole.size();
    WordsCell cell = words.challenges(whole, {});
    if (entries == 0) return cell;
    const std::string sentence = words("challenges_of_entries", {{"count", static_cast<std::int64_t>(entries)}});
    if (whole.empty()) return {.text = sentence};
    cell.more.push_back({sentence});
    return cell;
}

/// Why the rating changed; else how things stand.
WordsCell changed(const report::RatingLine& line, const BoardWords& words) {
    if (!line.returned) return {.text = words("nothing_returned")};
    return words.said(line.reason.text.empty() ? line.summary : line.reason, "no_reason");
}

WordsCell return_state(const report::RatingLine& line, const BoardWords& words) {
    if (!line.returned) return {.text = words.other("actions.not_returned")};
    WordsCell cell{.text = words(line.approved ? "return_approved" : "return_submitted")};
    if (line.late) cell.more.push_back({words("return_late")});
    return cell;
}

}  // namespace

WordsTable ratings_table(const report::Ratings& ratings, const BoardWords& words) {
    WordsTable table{.title = {},
                     .about = {},
                     .columns = {{words("column.programme"), 28},
                                 {words("column.return"), 22, WordsColumn::Beside::said},
                                 {words("column.rating"), 20},
                                 {words("column.challenges"), 60, WordsColumn::Beside::warns},
                                 {words("column.rating_before"), 20},
                                 {words("column.direction"), 18},
                                 {words("column.changed"), 60}},
                     .rows = {},
                     .empty = words("empty.programmes")};
    table.about.push_back(words.quarters(ratings.quarter));
    if (!ratings.with_register) table.about.push_back(words("no_register"));
    for (const report::RatingLine& line : ratings.lines)
        table.rows.push_back({{.text = words.in(line.title)},
                              return_state(line, words),
                              words.rated(line.now, line.returned),
                              told(line, words),
                              words.rated(line.before, line.returned_before),
                              words.heading_for(line.direction),
                              changed(line, words)});
    return table;
}

WordsTable tallies_table(const report::Ratings& ratings, const BoardWords& words) {
    WordsTable table{.title = words("part.tally"),
                     .about = {words.quarters(ratings.quarter)},
                     .columns = {{words("column.programme"), 28}},
                     .rows = {},
                     .empty = words("empty.programmes"),
                     .picture = WordsTable::Picture::tallies};
    for (std::size_t i = returns::rating_names.size(); i-- > 0;)
        table.columns.push_back({words.rating(static_cast<returns::Rating>(i)), 18});
    table.columns.push_back({words.other("actions.not_returned"), 18});
    table.columns.push_back({words("part.actions"), 18});
    for (const report::RatingLine& line : ratings.lines) {
        std::vector<WordsCell> row{{.text = words.in(line.title)}};
        for (std::size_t i = line.tally.rated.size(); i-- > 0;) row.push_back(counted(line.tally.rated[i]));
        row.push_back(counted(line.tally.actions - line.tally.returned));
        row.push_back(counted(line.tally.actions));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace quarterdeck::render
