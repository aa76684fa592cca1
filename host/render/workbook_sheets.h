#pragma once

#include <string>
#include <vector>

#include "render/board/words_table.h"
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
void write_board_chart(const Job& job, const PlannedSheet& planned);
void write_missing(const Job& job, const PlannedSheet& planned);
void write_certificate(const Job& job);
void write_provenance(const Job& job);

/// In which row (from 0) of its sheet a table's headings stand; charts refer to the rows below.
lxw_row_t header_row(const Job& job, const report::TableBlock& block);
lxw_row_t header_row(const Job& job, const WordsTable& table);

/// Where a table stands in a workbook, as formulas that charts refer to its cells with; rows and columns from 0.
struct TablePlace {
    std::string sheet;
    lxw_row_t header = 0;

    std::string heading(std::size_t column) const { return "=" + range(column, header, header); }
    std::string cell(std::size_t column, std::size_t row) const { return rows(column, row, row); }
    std::string rows(std::size_t column, std::size_t first, std::size_t last) const;
    std::string two_cells(std::size_t column, std::size_t one, std::size_t other) const;

    /// Without "=", between rows of the sheet.
    std::string range(std::size_t column, lxw_row_t first, lxw_row_t last) const;
    lxw_row_t at(std::size_t row) const { return header + 1 + static_cast<lxw_row_t>(row); }
};

/// Begins the sheet of a chart: what it is, what it shows in words, and the way to its figures.
Sheet begin_chart_sheet(const Job& job, const PlannedSheet& planned, const std::string& description);

}  // namespace quarterdeck::render::spreadsheet
