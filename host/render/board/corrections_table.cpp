#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

std::string listed(const std::vector<std::string>& entries, const BoardWords& words) {
    std::string text;
    for (const std::string& id : entries)
        text += (text.empty() ? "" : ", ") + (id.empty() ? words("as_a_whole") : printable(id));
    return text.empty() ? words("nothing_differs") : text;
}

}  // namespace

WordsTable corrections_table(const report::Corrections& corrections, const BoardWords& words) {
    WordsTable table{.title = words("title.corrections"),
                     .about = {},
                     .columns = {{words("column.programme"), 28},
                                 {words("column.corrected_return"), 30},
                                 {words("column.corrected_on"), 22},
                                 {words("column.corrected_entries"), 60}},
                     .rows = {},
                     .empty = words("empty.corrections")};
    for (const report::CorrectionLine& line : corrections.lines)
        table.rows.push_back({{.text = words.in(line.programme_title)},
                              {.text = words("replaced", {{"number", std::to_string(line.number)},
                                                          {"by", std::to_string(line.replaced_by)}})},
                              {.text = words.day_or(line.on, "replaced_again")},
                              {.text = listed(line.entries, words)}});
    return table;
}

}  // namespace quarterdeck::render
