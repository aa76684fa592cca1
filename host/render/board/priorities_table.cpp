#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

constexpr std::size_t ratings = 4;

WordsCell cell_of(const report::PriorityCell& cell, const BoardWords& words) {
    WordsCell shown{.text = words("actions_count", {{"count", static_cast<std::int64_t>(cell.actions)}})};
    if (cell.actions == 0) return shown;
    std::string fare;
    std::size_t returned = 0;
    const auto add = [&](const std::string& word, std::size_t count) {
        if (count == 0) return;
        fare += (fare.empty() ? "" : ", ") +
                words("counted", {{"count", static_cast<std::int64_t>(count)}, {"what", word}});
    };
    for (std::size_t i = ratings; i-- > 0;) {
        add(words("rated." + std::string(name(static_cast<returns::Rating>(i)))), cell.rated[i]);
        returned += cell.rated[i];
    }
    add(words("rated.not_returned"), cell.actions - returned);
    shown.more.push_back({fare});
    return shown;
}

}  // namespace

WordsTable priorities_table(const report::Priorities& priorities, const BoardWords& words) {
    WordsTable table{.title = words("title.priorities"),
                     .about = {words("priorities_about")},
                     .columns = {{words("column.priority"), 40}},
                     .rows = {},
                     .empty = words("empty.priorities")};
    for (const Text& programme : priorities.programmes) table.columns.push_back({words.in(programme), 26});
    for (const report::PriorityRow& row : priorities.rows) {
        std::vector<WordsCell> cells{{.text = row.title.en.empty() ? words("other_headings") : words.in(row.title)}};
        for (const report::PriorityCell& cell : row.cells) cells.push_back(cell_of(cell, words));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace quarterdeck::render
