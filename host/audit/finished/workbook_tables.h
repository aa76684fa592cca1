#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "audit/finished/page_reader.h"
#include "workbook_check/workbook.h"

namespace quarterdeck::audit {

/// A sheet with a table.
struct SheetTable {
    std::string heading;  ///< what stands in its first cell: "Table 3: Pathology workforce [note 1]"
    ShownRows rows;
    std::string sheet;                ///< its name
    workbook_check::Range range;      ///< of the table, headings first
    std::vector<std::string> titles;  ///< of its columns

    /// Whether the heading names a table with this title.
    bool is_titled(const std::string& title) const;
};

/// A sheet with charts.
struct SheetOfCharts {
    std::vector<std::string> texts;  ///< below its heading, and alternative texts
    std::vector<workbook_check::SheetChart> charts;
};

struct ReadWorkbook {
    std::vector<std::string> sheets;  ///< names of all of them
    std::vector<SheetTable> tables;   ///< in their order
    std::vector<SheetOfCharts> charts;
};

/// A workbook's sheets with tables and charts. Throws `Refusal` for a file that is no workbook.
ReadWorkbook read_finished_workbook(const std::filesystem::path& file);

}  // namespace quarterdeck::audit
