#pragma once

#include <string>
#include <vector>

#include "audit/finished/page_chart.h"
#include "audit/finished/workbook_tables.h"
#include "report/model.h"
#include "report/template_folder.h"

namespace quarterdeck::audit {

/// In which file charts are, and in which words.
struct ChartsOf {
    const report::Report& report;
    const report::Locale* wording;  ///< of its template; null: without numbers of its own
    Language language;
    std::string file;
};

/// Holds the pictures of a page that stand beside a table against the table. Throws `Refusal` naming table and row.
void expect_pictures_agree(const ChartsOf& of, const report::TableBlock& block, const ShownRows& shown,
                           const std::vector<PageChart>& pictures);

/// A table of a report with the sheet that shows it.
struct TableOnSheet {
    const report::TableBlock* block;
    const SheetTable* sheet;
};

/// Holds the charts of a workbook against the sheets that they draw. Throws `Refusal` naming table and row.
void expect_charts_agree(const ChartsOf& of, const std::vector<TableOnSheet>& tables, const ReadWorkbook& workbook);

}  // namespace quarterdeck::audit
