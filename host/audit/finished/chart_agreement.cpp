#include "audit/finished/chart_agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "audit/finished/cell_ranges.h"
#include "audit/finished/chart_source.h"
#include "audit/finished/page_chart_check.h"
#include "audit/finished/workbook_chart_check.h"
#include "refusal.h"

namespace quarterdeck::audit {
namespace {

[[noreturn]] void refuse(const ChartsOf& of, const std::string& table, const ChartFault& fault) {
    throw Refusal(
        fmt::format("{}, chart of the table \"{}\"{}: {}, so a reader could tell more from the chart than "
                    "from the table. Nothing was published; please report this with the program's version.",
                    of.file, table, fault.where.empty() ? "" : fmt::format(", \"{}\"", fault.where), fault.what));
}

bool is_bare(const PageChart& picture) {
    return picture.texts.empty() && std::all_of(picture.words.begin(), picture.words.end(),
                                                [](const std::string& each) { return each.empty(); });
}

/// The table that a chart takes its figures from.
const TableOnSheet* table_of(const workbook_check::SheetChart& chart, const std::vector<TableOnSheet>& tables) {
    if (chart.series.empty()) return nullptr;
    const std::optional<NamedCells> named = named_cells(chart.series.front().values.formula);
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const TableOnSheet& each) {
        return named && each.sheet->sheet == named->sheet && each.block->chart;
    });
    return found == tables.end() ? nullptr : &*found;
}

/// The table without a protected figure that a chart takes its figures from.
const SheetTable* unprotected_table_of(const workbook_check::SheetChart& chart, const std::vector<TableOnSheet>& tables,
                                       const ReadWorkbook& workbook) {
    if (chart.series.empty()) return nullptr;
    const std::optional<NamedCells> named = named_cells(chart.series.front().values.formula);
    if (!named || std::any_of(tables.begin(), tables.end(),
                              [&](const TableOnSheet& each) { return each.sheet->sheet == named->sheet; }))
        return nullptr;
    const auto found = std::find_if(workbook.tables.begin(), workbook.tables.end(),
                                    [&](const SheetTable& each) { return each.sheet == named->sheet; });
    return found == workbook.tables.end() ? nullptr : &*found;
}

/// What the charts of a sheet may show and tell, all of one table.
struct Drawn {
    Drawn(const ChartsOf& of, const TableOnSheet& from, const ReadWorkbook& workbook)
        : block(*from.block),
          sheet(*from.sheet),
          table(block, sheet.rows, of.language),
          told(table.accounted(of.wording, of.language)) {
        for (const std::string& name : workbook.sheets) told.name(name, 1);
        for (const report::Marking& marking : of.report.markings) {
            told.name(marking.title.in(of.language), 1);
            told.name(marking.text.in(of.language), 1);
        }
    }

    const report::TableBlock& block;
    const SheetTable& sheet;
    ChartTable table;
    Accounted told;
};

void expect_charts_agree(const ChartsOf& of, const std::vector<TableOnSheet>& tables, const ReadWorkbook& workbook,
                         const SheetOfCharts& on_sheet) {
    std::optional<Drawn> drawn;
    for (const workbook_check::SheetChart& chart : on_sheet.charts) {
        if (const SheetTable* const unprotected = unprotected_table_of(chart, tables, workbook)) {
            if (const auto fault = fault_of_unprotected(chart, *unprotected))
                refuse(of, unprotected->heading, {{}, fault->what});
            continue;
        }
        const TableOnSheet* from = table_of(chart, tables);
        if (from == nullptr || (drawn && &drawn->sheet != from->sheet))
            throw Refusal(
                fmt::format("{}: a chart points to cells that aren't those of the table that it belongs to. "
                            "Nothing was published; please report this with the program's version.",
                            of.file));
        if (!drawn) drawn.emplace(of, *from, workbook);
        const std::size_t labels = drawn->block.table.labels().size();
        if (const auto fault = fault_of(chart, drawn->sheet, drawn->table, labels, drawn->told))
            refuse(of, drawn->block.title.en, *fault);
    }
    for (const std::string& text : on_sheet.texts)
        if (drawn && !drawn->told.covers(text))
            refuse(of, drawn->block.title.en, {{}, "has a number beside it that the table doesn't show"});
}

}  // namespace

void expect_pictures_agree(const ChartsOf& of, const report::TableBlock& block, const ShownRows& shown,
                           const std::vector<PageChart>& pictures) {
    for (const PageChart& picture : pictures) {
        if (is_bare(picture)) continue;
        if (!block.chart) refuse(of, block.title.en, {{}, "stands beside a table that has none"});
        const ChartTable table(block, shown, of.language);
        if (const auto fault = fault_of(picture, table, table.accounted(of.wording, of.language)))
            refuse(of, block.title.en, *fault);
    }
}

void expect_charts_agree(const ChartsOf& of, const std::vector<TableOnSheet>& tables, const ReadWorkbook& workbook) {
    for (const SheetOfCharts& on_sheet : workbook.charts) expect_charts_agree(of, tables, workbook, on_sheet);
}

}  // namespace quarterdeck::audit
