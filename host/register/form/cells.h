#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quarterdeck::returns {

/// What a workbook holds in one cell.
struct Cell {
    enum class Kind { text, number, boolean, formula };

    Kind kind = Kind::text;
    std::string text;  ///< as shown for a text; plain digits for a number, which Excel also keeps a day in

    bool operator==(const Cell&) const = default;
};

struct CellSheet {
    std::string name;
    std::map<std::pair<std::size_t, std::size_t>, Cell> cells;  ///< by row and column, counted from 0; no empty ones
};

/// The cells of an Excel workbook.
struct Cells {
    std::vector<CellSheet> sheets;
    bool days_from_1904 = false;  ///< else day 1 is 1 January 1900, which Excel takes for a Sunday

    const CellSheet* sheet(const std::string& name) const;
};

/// Reads a workbook in a process of its own with limits on time and memory. Throws `Refusal`, without the file's name
/// in front, for what isn't an .xlsx workbook, is damaged, protected by a password, carries macros, or is larger than
/// a return can be.
Cells read_cells(std::string_view bytes);

/// "C7" for row 6 and column 2.
std::string cell_name(std::size_t row, std::size_t column);

}  // namespace quarterdeck::returns
