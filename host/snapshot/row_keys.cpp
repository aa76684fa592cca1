#include "snapshot/row_keys.h"

#include <algorithm>

#include "validate/values.h"

namespace quarterdeck::snapshot {

namespace {

constexpr std::size_t usual_row = 512;

}  // namespace

/// One row, read again.
class RowKeys::Cells {
public:
    Cells(const RowKeys& keys, std::uint32_t row)
        : chunk_(keys.rows_.chunks()[keys.rows_.chunk_of(row)]),
          file_(keys.files_[chunk_.file]),
          cells_(file_.columns.columns) {
        const std::size_t begin = chunk_.range.begin + keys.rows_[row].offset;
        const std::size_t left = file_.text().size() - begin;
        const std::string_view near = file_.contents->part(begin, std::min(usual_row, left), store_);
        extract::RowScanner scanner(near, 0, 1);
        const bool whole = scanner.next(cells_) && (scanner.position() < near.size() || near.size() == left);
        if (!whole) extract::RowScanner(file_.text(), begin, begin + 1).next(cells_);
    }
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;

    std::string_view operator[](AssignmentField field) const { return validate::trimmed(cells_[file_.column(field)]); }

private:
    const ChunkRows& chunk_;
    const AssignmentFile& file_;
    extract::Row cells_;
    std::vector<char> store_;
};

Date RowKeys::date_of(std::uint32_t row) const {
    return rows_.chunks()[rows_.chunk_of(row)].dates[rows_[row].date].date;
}

bool RowKeys::same_person(std::uint32_t left, std::uint32_t right) const {
    const bool national = rows_[left].is(AssignmentRow::national);
    if (national != rows_[right].is(AssignmentRow::national)) return false;
    const Cells one(*this, left);
    const Cells other(*this, right);
    const auto same = [&](AssignmentField field) { return one[field] == other[field]; };
    if (national) return same(AssignmentField::person_id_national);
    return same(AssignmentField::organisation) && same(AssignmentField::employee_number);
}

bool RowKeys::same_assignment(std::uint32_t left, std::uint32_t right) const {
    return assignment(left) == assignment(right);
}

std::optional<Date> RowKeys::start(std::uint32_t row) const {
    const AssignmentFile& file = files_[rows_.chunks()[rows_.chunk_of(row)].file];
    if (!file.has(AssignmentField::start_date)) return std::nullopt;
    return validate::read_date(Cells(*this, row)[AssignmentField::start_date]);
}

std::pair<std::string, std::string> RowKeys::assignment(std::uint32_t row) const {
    const Cells cells(*this, row);
    return {std::string(cells[AssignmentField::assignment_number]), std::string(cells[AssignmentField::organisation])};
}

}  // namespace quarterdeck::snapshot
