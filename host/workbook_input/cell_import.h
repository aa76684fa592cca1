#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quarterdeck::workbook_input {

/// What a workbook holds in one cell: a text as it is, a number in as few digits as tell it apart from every other
/// (Excel keeps days in numbers too), "TRUE" or "FALSE".
struct Value {
    enum class Kind { text, number, boolean };

    Kind kind = Kind::text;
    std::string text;
};

/// Where a cell stands; sheets, rows and columns are counted from 0.
struct CellPlace {
    std::size_t sheet = 0;
    std::size_t row = 0;
    std::size_t column = 0;
};

/// Takes the cells of a workbook. Values come in the order of the sheets, formulas and texts that stand in their cells
/// in any order.
class CellSink {
public:
    CellSink() = default;
    CellSink(const CellSink&) = delete;
    CellSink& operator=(const CellSink&) = delete;
    virtual ~CellSink() = default;

    virtual void begin_sheet(std::string_view name) = 0;
    virtual void put(const CellPlace& place, Value value) = 0;  ///< never an empty text
    /// `result` is what the formula gave when the workbook was saved; nothing where that isn't kept.
    virtual void put_formula(const CellPlace& place, std::optional<Value> result) = 0;
};

/// Reads the cells of a workbook in this process. Gives whether its days count from 1904, else day 1 is 1 January 1900
/// in a year that Excel takes for a leap year. Throws what the library and the sink throw.
bool import_cells(std::string_view bytes, CellSink& sink);

}  // namespace quarterdeck::workbook_input
