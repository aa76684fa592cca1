#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/csv.h"

namespace quarterdeck::extract {

/// A row of a small table, and the line that it begins in, counted from 1.
struct TableRow {
    std::vector<std::string> cells;
    std::uint64_t line = 0;
};

/// A small CSV file, read whole. Rows may have more or fewer cells than the header.
struct Table {
    std::vector<std::string> header;  ///< empty when there is no header row
    std::vector<TableRow> rows;
    CsvFault fault = CsvFault::none;  ///< where reading stopped early, and why
    std::uint64_t fault_line = 0;
};

/// Reads CSV text that fits into memory several times over.
Table read_table(std::string_view text);

/// The line, counted from 1, that the byte at `offset` stands in.
std::uint64_t line_of(std::string_view text, std::size_t offset);

}  // namespace quarterdeck::extract
