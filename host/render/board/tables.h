#pragma once

#include <vector>

#include "render/board/board_words.h"
#include "render/board/words_table.h"
#include "report/board/block.h"

namespace quarterdeck::render {

/// The tables of a block in a workbook, in their order; a page leaves out what it draws or says in another form. The
/// first has the block's title.
std::vector<WordsTable> tables_of(const report::BoardBlock& block, const BoardWords& words);

/// Parts of it, one for each kind.
WordsTable ratings_table(const report::Ratings& ratings, const BoardWords& words);
WordsTable tallies_table(const report::Ratings& ratings, const BoardWords& words);
WordsTable decisions_table(const report::Decisions& decisions, const BoardWords& words);
WordsTable milestones_table(const report::Milestones& milestones, const BoardWords& words);
/// The dates that `timeline` draws, a row for each mark.
WordsTable timeline_table(const report::Milestones& milestones, const BoardWords& words);
WordsTable risks_table(const report::Risks& risks, const BoardWords& words);
WordsTable risk_matrix(const report::Risks& risks, const BoardWords& words);
WordsTable priorities_table(const report::Priorities& priorities, const BoardWords& words);
WordsTable calendar_table(const report::CalendarDays& days, const BoardWords& words);
WordsTable leads_table(const report::CalendarDays& days, const BoardWords& words);
WordsTable corrections_table(const report::Corrections& corrections, const BoardWords& words);
WordsTable definitions_table(const report::DefinitionChanges& changes, const BoardWords& words);
WordsTable criteria_table(const BoardWords& words);
WordsTable rules_table(const report::Criteria& criteria, const BoardWords& words);
WordsTable progress_table(const report::Progress& progress, const BoardWords& words);

/// What a programme says in its own words, and how its actions fare.
WordsTable overview_table(const report::Form& form, const BoardWords& words);
WordsTable tally_table(const report::Form& form, const BoardWords& words);

/// `exceptions` only, or all actions.
enum class ActionsShown { exceptions, all };
WordsTable actions_table(const report::Form& form, ActionsShown shown, const BoardWords& words);
WordsTable issues_table(const report::Form& form, const BoardWords& words);
WordsTable resources_table(const report::Form& form, const BoardWords& words);
WordsTable interdependencies_table(const report::Form& form, const BoardWords& words);
WordsTable measures_table(const report::Form& form, const BoardWords& words);

}  // namespace quarterdeck::render
