#include "extract/table.h"

#include <algorithm>

namespace quarterdeck::extract {
namespace {

constexpr std::size_t most_columns = 4096;

}  // namespace

Table read_table(std::string_view text) {
    Table table;
    RowScanner scanner(text);
    Row row(most_columns);
    std::size_t counted = 0;
    std::uint64_t line = 1;
    const auto line_at = [&](std::size_t offset) {
        line += static_cast<std::uint64_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                      text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
        counted = offset;
        return line;
    };
    while (scanner.next(row)) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < std::min(row.size(), most_columns); ++i) cells.emplace_back(row[i]);
        if (table.header.empty()) {
            table.header = std::move(cells);
        } else {
            table.rows.push_back({std::move(cells), line_at(row.offset())});
        }
    }
    table.fault = scanner.fault();
    if (table.fault != CsvFault::none) table.fault_line = line_of(text, scanner.fault_offset());
    return table;
}

std::uint64_t line_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace quarterdeck::extract
