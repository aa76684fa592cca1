#include "snapshot/row_keys.h"

#include "validate/values.h"

namespace quarterdeck::snapshot {

std::pair<std::string, std::string> RowKeys::read(std::uint32_t row, AssignmentField first,
                                                  AssignmentField second) const {
    const std::size_t number = rows_.chunk_of(row);
    const ChunkRows& chunk = rows_.chunks()[number];
    const AssignmentFile& file = files_[chunk.file];
    const std::size_t begin = chunk.range.begin + rows_[row].offset;
    extract::RowScanner scanner(file.text(), begin, begin + 1);
    extract::Row cells(file.columns.columns);
    scanner.next(cells);
    return {std::string(validate::trimmed(cells[file.column(first)])),
            std::string(validate::trimmed(cells[file.column(second)]))};
}

Date RowKeys::date_of(std::uint32_t row) const {
    return rows_.chunks()[rows_.chunk_of(row)].dates[rows_[row].date].date;
}

bool RowKeys::same_person(std::uint32_t left, std::uint32_t right) const {
    const bool national = rows_[left].is(AssignmentRow::national);
    if (national != rows_[right].is(AssignmentRow::national) || date_of(left) != date_of(right)) return false;
    const auto first = national ? AssignmentField::person_id_national : AssignmentField::organisation;
    const auto second = national ? AssignmentField::person_id_national : AssignmentField::employee_number;
    return read(left, first, second) == read(right, first, second);
}

bool RowKeys::same_assignment(std::uint32_t left, std::uint32_t right) const {
    return date_of(left) == date_of(right) && assignment(left) == assignment(right);
}

std::pair<std::string, std::string> RowKeys::assignment(std::uint32_t row) const {
    return read(row, AssignmentField::assignment_number, AssignmentField::organisation);
}

}  // namespace quarterdeck::snapshot
