#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

std::string kind_name(report::DefinitionLine::Kind kind) {
    using Kind = report::DefinitionLine::Kind;
    switch (kind) {
        case Kind::added: return "added";
        case Kind::dropped: return "dropped";
        case Kind::title: return "title";
        case Kind::benefit: return "benefit";
        case Kind::measure: return "measure";
        case Kind::indicators: return "indicators";
        case Kind::next_steps: return "next_steps";
        case Kind::due: return "due";
        case Kind::other: break;
    }
    return "other";
}

/// A date that a plan hadn't or has no more is no date; of anything else there is nothing.
std::string wording(const Text& text, report::DefinitionLine::Kind kind, const BoardWords& words) {
    if (!text.en.empty()) return words.in(text);
    return words(kind == report::DefinitionLine::Kind::due ? "no_day" : "nothing_defined");
}

}  // namespace

WordsTable definitions_table(const report::DefinitionChanges& changes, const BoardWords& words) {
    WordsTable table{.title = words("title.definitions"),
                     .about = {words("definitions_about")},
                     .columns = {{words("column.programme"), 28},
                                 {words("column.id"), 14},
                                 {words("column.changed_since"), 24},
                                 {words("column.change"), 30},
                                 {words("column.definition_before"), 60},
                                 {words("column.definition_now"), 60}},
                     .rows = {},
                     .empty = words("empty.definitions")};
    for (const report::DefinitionLine& line : changes.lines)
        table.rows.push_back({{.text = words.in(line.programme_title)},
                              {.text = printable(line.id)},
                              {.text = words.quarter(line.since)},
                              {.text = words("definition." + kind_name(line.kind))},
                              {.text = wording(line.before, line.kind, words)},
                              {.text = wording(line.after, line.kind, words)}});
    return table;
}

}  // namespace quarterdeck::render
