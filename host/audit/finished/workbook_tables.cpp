#include "audit/finished/workbook_tables.h"

#include <charconv>

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

std::map<std::size_t, ShownRows> tables_of_workbook(const std::filesystem::path& file) {
    const workbook_check::Workbook workbook =
        workbook_check::read_workbook(workbook_check::read_package(file), file.filename().string());
    std::map<std::size_t, ShownRows> tables;
    for (const workbook_check::Sheet& sheet : workbook.sheets) {
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(sheet.name.data(), sheet.name.data() + sheet.name.size(), number);
        if (error == std::errc{} && *end == ' ' && !sheet.tables.empty())
            tables.emplace(number, rows_of(sheet, sheet.tables.front().range));
    }
    return tables;
}

}  // namespace quarterdeck::audit
