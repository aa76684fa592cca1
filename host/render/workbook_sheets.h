#pragma once

#include <string>
#include <vector>

#include "render/workbook_file.h"
#include "render/workbook_plan.h"
#include "render/workbook_settings.h"
#include "render/workbook_sheet.h"
#include "report/model.h"

namespace quarterdeck::render::spreadsheet {

/// What every sheet is written from.
struct Job {
    File& file;
    const report::Report& report;
    const Plan& plan;
    const Settings& settings;
    const Words& words;
};

/// Begins a sheet: its title in A1, then the report's markings. `text_width` is the first column's, in Excel's
/// characters, where paragraphs follow instead of a table.
Sheet begin_sheet(const Job& job, const std::string& name, const std::string& title, double text_width = 0);

/// The markings of the report in full sentences, or as the short words for the foot of a page.
enum class Marking { sentence, word };
std::vector<std::string> markings(const Job& job, Marking form);

/// What stands at the foot of each page: the markings and the report's title.
std::string foot(const Job& job);

void write_cover(const Job& job);
void write_contents(const Job& job);
void write_notes(const Job& job);
void write_table(const Job& job, const PlannedSheet& planned);
void write_chart(const Job& job, const PlannedSheet& planned);
void write_actions(const Job& job, const PlannedSheet& planned);
void write_board(const Job& job, const PlannedSheet& planned);
void write_missing(const Job& job, const PlannedSheet& planned);
void write_certificate(const Job& job);
void write_provenance(const Job& job);

/// In which row (from 0) of its sheet a table's headings stand; charts refer to the rows below.
lxw_row_t header_row(const Job& job, const report::TableBlock& block);

}  // namespace quarterdeck::render::spreadsheet
