#include "render/board/tables.h"

namespace quarterdeck::render {

WordsTable criteria_table(const BoardWords& words) {
    WordsTable table{.title = words("title.criteria"),
                     .about = {},
                     .columns = {{words("column.rating_word"), 24}, {words("column.meaning"), 80}},
                     .rows = {},
                     .empty = words("empty.criteria")};
    for (std::size_t i = returns::rating_names.size(); i-- > 0;) {
        const auto rating = static_cast<returns::Rating>(i);
        table.rows.push_back({words.rated(rating, true), {.text = words("criterion." + std::string(name(rating)))}});
    }
    table.rows.push_back({words.rated({}, false), {.text = words("criterion.none")}});
    return table;
}

WordsTable rules_table(const report::Criteria& criteria, const BoardWords& words) {
    WordsTable table{.title = words("part.rules"),
                     .about = {words("rules_about")},
                     .columns = {{words("column.rule"), 40}, {words("column.holds"), 90}},
                     .rows = {},
                     .empty = words("empty.rules")};
    for (const report::ChallengeRule rule : criteria.rules) {
        const std::string key = "challenge." + std::string(name(rule));
        table.rows.push_back({{.text = words(key + ".name")}, {.text = words(key + ".rule")}});
    }
    return table;
}

}  // namespace quarterdeck::render
