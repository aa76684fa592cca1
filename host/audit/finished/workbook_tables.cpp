#include "audit/finished/workbook_tables.h"

#include "workbook_check/workbook.h"

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

}  // namespace

bool SheetTable::is_titled(const std::string& title) const {
    const std::string::size_type at = heading.find(": " + title);
    if (at == std::string::npos) return false;
    const std::string_view rest = std::string_view(heading).substr(at + 2 + title.size());
    return rest.empty() || rest.starts_with(" [");
}

std::vector<SheetTable> tables_of_workbook(const std::filesystem::path& file) {
    const workbook_check::Workbook workbook =
        workbook_check::read_workbook(workbook_check::read_package(file), file.filename().string());
    std::vector<SheetTable> tables;
    for (const workbook_check::Sheet& sheet : workbook.sheets) {
        const auto heading = sheet.cells.find({1, 1});
        if (heading != sheet.cells.end() && !sheet.tables.empty())
            tables.push_back({heading->second.text, rows_of(sheet, sheet.tables.front().range)});
    }
    return tables;
}

}  // namespace quarterdeck::audit
