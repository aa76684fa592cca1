#include "render/action_words.h"
#include "render/board/board_words.h"
#include "render/body_name.h"
#include "render/workbook_sheets.h"

namespace quarterdeck::render::spreadsheet {
namespace {

std::string kind_wording(Action::Kind kind) {
    switch (kind) {
        case Action::Kind::action: return "actions.kind_action";
        case Action::Kind::milestone: return "actions.kind_milestone";
        case Action::Kind::risk: return "actions.kind_risk";
        case Action::Kind::resource_dependency: return "actions.kind_resource_dependency";
        case Action::Kind::interdependency: return "actions.kind_interdependency";
    }
    return "actions.kind_action";
}

std::string or_not_applicable(const std::string& text) {
    return text.empty() ? std::string(marker_text(Marker::not_applicable)) : text;
}

std::string lead(const Job& job, const Action& action) {
    if (action.lead.empty()) return or_not_applicable({});
    return body_name(action.lead, job.words.locale(), job.words.language()).marked();
}

std::vector<TableColumn> columns(const Job& job, const report::ActionsBlock& block) {
    std::vector<TableColumn> columns{{job.words("actions.id"), 12},     {job.words("actions.kind"), 18},
                                     {job.words("actions.theme"), 26},  {job.words("actions.title"), 60},
                                     {job.words("actions.lead"), 22},   {job.words("actions.measure"), 40},
                                     {job.words("actions.due"), 14},    {job.words("actions.areas"), 14},
                                     {job.words("actions.linked"), 12}, {job.words("actions.status"), 16}};
    if (block.quarter)
        columns.insert(columns.end(), {{job.words("actions.percent"), 14},
                                       {job.words("actions.rating"), 16},
                                       {job.words("actions.rating_before"), 16},
                                       {job.words("actions.forecast"), 20},
                                       {job.words("actions.narrative"), 60}});
    return columns;
}

std::string narrative(const Job& job, const report::ActionsBlock& block, const returns::ActionState& state) {
    const BoardWords words(job.words.locale(), job.words.language(), block.translations.get());
    if (!state.now) return words.other("actions.not_returned");
    return lines_of(words.said(state.now->narrative, block.language, "no_narrative"));
}

void write_state(const Job& job, const report::ActionsBlock& block, const returns::ActionState& state,
                 std::size_t column, Sheet& sheet) {
    const ActionWords told = action_words(state, job.words.locale(), job.words.language());
    if (state.now)
        sheet.count(column, static_cast<std::uint64_t>(state.now->percent_complete));
    else
        sheet.text(column, told.percent);
    for (const std::string& text : {told.rating, told.rating_before, told.forecast, narrative(job, block, state)})
        sheet.text(++column, text);
}

void write_row(const Job& job, const report::ActionsBlock& block, std::size_t at, Sheet& sheet) {
    const Action& action = block.actions[at];
    const returns::ActionState* const state = block.quarter ? &block.states.at(at) : nullptr;
    std::size_t column = 0;
    for (const std::string& text :
         {action.id, job.words(kind_wording(action.kind)), or_not_applicable(job.words.in(action.theme)),
          job.words.in(action.title), lead(job, action), or_not_applicable(job.words.in(action.measure)),
          action.due.empty() ? job.words("actions.no_date") : action.due,
          or_not_applicable(known_name(action.areas, job.words.locale(), job.words.language()).value_or(action.areas)),
          or_not_applicable(action.linked_id),
          action_words(state == nullptr ? returns::ActionState{} : *state, job.words.locale(), job.words.language())
              .status})
        sheet.text(column++, text);
    if (state != nullptr) write_state(job, block, *state, column, sheet);
    sheet.end_row();
}

}  // namespace

void write_actions(const Job& job, const PlannedSheet& planned) {
    const auto& block = std::get<report::ActionsBlock>(*planned.block);
    Sheet sheet = begin_sheet(job, planned.name, planned.title);
    sheet.line(job.words("actions.about"));
    sheet.line(job.words("marker.not_applicable"));
    if (block.quarter) sheet.line(quarters_text(*block.quarter, job.words.locale(), job.words.language()));
    sheet.link_line(job.plan.contents, job.words("table.back"));
    if (block.actions.empty()) {
        sheet.line(job.words("table.empty"));
    } else {
        sheet.begin_table("table_" + std::to_string(planned.number), columns(job, block), block.actions.size());
        for (std::size_t i = 0; i < block.actions.size(); ++i) write_row(job, block, i, sheet);
    }
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
