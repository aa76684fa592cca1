#include "render/board/tables.h"

namespace quarterdeck::render {
namespace {

using Tables = std::vector<WordsTable>;

Tables of(const report::Ratings& ratings, const BoardWords& words) {
    return {ratings_table(ratings, words), tallies_table(ratings, words)};
}

Tables of(const report::Decisions& decisions, const BoardWords& words) {
    return {decisions_table(decisions, words)};
}

Tables of(const report::Milestones& milestones, const BoardWords& words) {
    return {milestones_table(milestones, words)};
}

Tables of(const report::Risks& risks, const BoardWords& words) {
    return {risks_table(risks, words), risk_matrix(risks, words)};
}

Tables of(const report::Priorities& priorities, const BoardWords& words) {
    return {priorities_table(priorities, words)};
}

Tables of(const report::Form& form, const BoardWords& words) {
    Tables tables{overview_table(form, words), tally_table(form, words), actions_table(form, ActionsShown::all, words),
                  milestones_table(form.milestones, words)};
    if (WordsTable marks = timeline_table(form.milestones, words); !marks.rows.empty()) tables.push_back(marks);
    for (WordsTable& table :
         Tables{risks_table(form.risks, words), issues_table(form, words), resources_table(form, words),
                interdependencies_table(form, words), measures_table(form, words)})
        tables.push_back(std::move(table));
    return tables;
}

Tables of(const report::CalendarDays& days, const BoardWords& words) {
    return {calendar_table(days, words), leads_table(days, words)};
}

Tables of(const report::Corrections& corrections, const BoardWords& words) {
    return {corrections_table(corrections, words)};
}

Tables of(const report::Criteria& criteria, const BoardWords& words) {
    return {criteria_table(words), rules_table(criteria, words)};
}

Tables of(const report::DefinitionChanges& changes, const BoardWords& words) {
    return {definitions_table(changes, words)};
}

Tables of(const report::Progress& progress, const BoardWords& words) {
    return {progress_table(progress, words)};
}

}  // namespace

std::vector<WordsTable> tables_of(const report::BoardBlock& block, const BoardWords& words) {
    Tables tables = std::visit([&](const auto& content) { return of(content, words); }, block.content);
    const std::string title = words.in(block.title);
    for (std::size_t i = 0; i < tables.size(); ++i)
        tables[i].title = i == 0 && !std::holds_alternative<report::Form>(block.content)
                              ? title
                              : words("part_title", {{"title", title}, {"part", tables[i].title}});
    return tables;
}

}  // namespace quarterdeck::render
