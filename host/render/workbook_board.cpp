#include "render/board/tables.h"
#include "render/workbook_sheets.h"

namespace quarterdeck::render::spreadsheet {
namespace {

void write_cell(const WordsCell& cell, std::size_t column, Language language, Sheet& sheet) {
    if (cell.date)
        sheet.date(column, *cell.date, cell.text, language);
    else if (cell.number && cell.more.empty())
        sheet.count(column, *cell.number);
    else
        sheet.text(column, lines_of(cell));
}

std::vector<TableColumn> columns_of(const WordsTable& table) {
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        bool figures = true;
        for (const auto& row : table.rows) figures = figures && row[i].number.has_value();
        columns.push_back({table.columns[i].title, table.columns[i].width, figures});
    }
    return columns;
}

}  // namespace

lxw_row_t header_row(const Job& job, const WordsTable& table) {
    constexpr std::size_t title_line_and_link = 3;
    return static_cast<lxw_row_t>(title_line_and_link + markings(job, Marking::sentence).size() + table.about.size());
}

void write_board(const Job& job, const PlannedSheet& planned) {
    const auto& block = std::get<report::BoardBlock>(*planned.block);
    const WordsTable table =
        tables_of(block, BoardWords(job.words.locale(), job.words.language(), block.translations.get()))
            .at(planned.part);
    Sheet sheet = begin_sheet(job, planned.name, planned.title);
    sheet.line(job.words(table.rows.empty() ? "board.no_table" : "board.about"));
    for (const std::string& sentence : table.about) sheet.line(sentence);
    sheet.link_line(job.plan.contents, job.words("table.back"));
    if (table.rows.empty()) {
        sheet.line(table.empty);
    } else {
        sheet.begin_table("table_" + std::to_string(planned.number), columns_of(table), table.rows.size());
        for (const auto& row : table.rows) {
            for (std::size_t column = 0; column < row.size(); ++column)
                write_cell(row[column], column, job.words.language(), sheet);
            sheet.end_row();
        }
    }
    sheet.print_setup(foot(job));
}

}  // namespace quarterdeck::render::spreadsheet
