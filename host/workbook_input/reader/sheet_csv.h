#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workbook_input/cell_import.h"

namespace quarterdeck::workbook_input {

/// Collects the cells of a workbook of records, packed: a million rows take little more than their texts.
class RecordSheets : public CellSink {
public:
    void begin_sheet(std::string_view name) override;
    void put(const CellPlace& place, Value value) override;
    void put_formula(const CellPlace& place, std::optional<Value> result) override;

    /// The one sheet that holds anything. Throws `Refusal`: no such sheet or several, a formula whose result isn't
    /// kept.
    std::size_t only_sheet() const;
    const std::string& name(std::size_t sheet) const { return sheets_[sheet].name; }

    /// The sheet as CSV, handed on in parts. Line n is the sheet's row n, so that a line names a row: a line break in a
    /// cell becomes a vertical tab, which checks find. Days in the fields that hold dates are written year-month-day.
    template <typename Write>
    void csv(std::size_t sheet, bool days_from_1904, const Write& write) const {
        std::vector<char> dates;
        std::string part;
        for (const std::string& row : sheets_[sheet].rows) {
            part += line(cells_of(row), dates, days_from_1904);
            if (part.size() > part_size) write(std::exchange(part, {}));
        }
        write(part);
    }

private:
    struct Sheet {
        std::string name;
        std::vector<std::string> rows;  ///< cells: column, kind, size and text, in any order
    };

    static constexpr std::size_t part_size = std::size_t{1} << 20;

    static std::vector<Value> cells_of(const std::string& packed);
    /// The first row that holds anything is the header: it says which columns hold dates.
    static std::string line(const std::vector<Value>& cells, std::vector<char>& dates, bool days_from_1904);

    std::vector<Sheet> sheets_;
    std::vector<CellPlace> without_result_;
    std::uint64_t count_ = 0;
};

}  // namespace quarterdeck::workbook_input
