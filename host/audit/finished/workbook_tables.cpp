#include "audit/finished/workbook_tables.h"

#include <utility>

namespace quarterdeck::audit {
namespace {

ShownRows rows_of(const workbook_check::Sheet& sheet, const workbook_check::Range& range) {
    ShownRows rows;
    for (std::uint32_t row = range.first.first + 1; row <= range.last.first; ++row) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (std::uint32_t column = range.first.second; column <= range.last.second; ++column) {
            const auto cell = sheet.cells.find({row, column});
            cells.push_back(cell == sheet.cells.end() ? std::string() : cell->second.text);
        }
    }
    return rows;
}

std::vector<std::string> titles_of(const workbook_check::Sheet& sheet, const workbook_check::Range& range) {
    std::vector<std::string> titles;
    for (std::uint32_t column = range.first.second; column <= range.last.second; ++column) {
        const auto cell = sheet.cells.find({range.first.first, column});
        titles.push_back(cell == sheet.cells.end() ? std::string() : cell->second.text);
    }
    return titles;
}

SheetOfCharts charts_of(workbook_check::Sheet& sheet) {
    SheetOfCharts read;
    for (const auto& [at, cell] : sheet.cells)
        if (at != workbook_check::Position{1, 1}) read.texts.push_back(cell.text);
    for (const workbook_check::Drawing& drawing : sheet.drawings) read.texts.push_back(drawing.description);
    read.charts = std::move(sheet.charts);
    return read;
}

}  // namespace

bool SheetTable::is_titled(const std::string& title) const {
    const std::string::size_type at = heading.find(": " + title);
    if (at == std::string::npos) return false;
    const std::string_view rest = std::string_view(heading).substr(at + 2 + title.size());
    return rest.empty() || rest.starts_with(" [");
}

ReadWorkbook read_finished_workbook(const std::filesystem::path& file) {
    workbook_check::Workbook workbook =
        workbook_check::read_workbook(workbook_check::read_package(file), file.filename().string());
    ReadWorkbook read;
    for (workbook_check::Sheet& sheet : workbook.sheets) {
        read.sheets.push_back(sheet.name);
        if (!sheet.charts.empty()) read.charts.push_back(charts_of(sheet));
        const auto heading = sheet.cells.find({1, 1});
        if (heading == sheet.cells.end() || sheet.tables.empty()) continue;
        const workbook_check::Range& range = sheet.tables.front().range;
        read.tables.push_back(
            {heading->second.text, rows_of(sheet, range), sheet.name, range, titles_of(sheet, range)});
    }
    return read;
}

}  // namespace quarterdeck::audit
