#pragma once

#include "render/board/words_table.h"
#include "render/workbook_sheets.h"
#include "report/board/milestones.h"

namespace quarterdeck::render::spreadsheet {

/// Milestones on a line of time, as points of a native chart: a series for each kind of mark, and one of two cells for
/// each milestone that moved. `table` is the timeline's, whose cells at `place` the series refer to.
lxw_chart* draw_timeline(const Job& job, const report::Milestones& milestones, const WordsTable& table,
                         const TablePlace& place);

}  // namespace quarterdeck::render::spreadsheet
