#include "snapshot/row_keys.h"

#include <algorithm>

#include "extract/parallel.h"
#include "validate/values.h"

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t usual_row = 512;
constexpr std::size_t many_rows = std::size_t{256} << 10;

/// Reads rows of a file again. Rows that follow each other closely are read together.
class Rereading {
public:
    /// `bytes`: how much is read at once.
    Rereading(const AssignmentFile& file, std::size_t bytes)
        : file_(file), bytes_(bytes), cells_(file.columns.columns) {}
    Rereading(const Rereading&) = delete;
    Rereading& operator=(const Rereading&) = delete;

    /// The row that begins there in the file is the one whose fields are given from now on.
    void read(std::size_t begin) {
        const bool within = begin >= from_ && begin + usual_row <= from_ + near_.size();
        const std::size_t left = file_.text().size() - begin;
        if (!within) {
            from_ = begin;
            near_ = file_.contents->part(begin, std::min(bytes_, left), store_);
        }
        const std::string_view row = near_.substr(begin - from_);
        extract::RowScanner scanner(row, 0, 1);
        const bool whole = scanner.next(cells_) && (scanner.position() < row.size() || row.size() == left);
        if (!whole) extract::RowScanner(file_.text(), begin, begin + 1).next(cells_);
    }

    std::string_view operator[](AssignmentField field) const { return validate::trimmed(cells_[file_.column(field)]); }

private:
    const AssignmentFile& file_;
    std::size_t bytes_;
    extract::Row cells_;
    std::size_t from_ = 0;
    std::string_view near_;
    std::vector<char> store_;
};

/// Puts a part of a key behind those before it, so that the parts can be told apart again.
void put(std::string& key, std::string_view part) {
    key += std::to_string(part.size());
    key += ':';
    key += part;
}

}  // namespace

template <typename Tell>
std::vector<std::string> RowKeys::texts(const std::vector<std::uint32_t>& rows, At at, std::size_t threads,
                                        const Tell& tell) const {
    std::vector<std::string> texts(rows.size());
    extract::parallel(rows_.chunks().size(), threads, [&](std::size_t number, std::size_t) {
        const ChunkRows& chunk = rows_.chunks()[number];
        const auto next = std::lower_bound(rows.begin(), rows.end(), rows_.start(number));
        const auto end = std::lower_bound(next, rows.end(), rows_.start(number + 1));
        Rereading cells(files_[chunk.file], many_rows);
        for (auto i = static_cast<std::size_t>(next - rows.begin()); i < static_cast<std::size_t>(end - rows.begin());
             ++i) {
            const AssignmentRow& row = chunk.rows[rows[i] - rows_.start(number)];
            if (at == At::one_date) put(texts[i], chunk.dates[row.date].date.iso());
            cells.read(chunk.range.begin + row.offset);
            tell(cells, row, texts[i]);
        }
    });
    return texts;
}

std::vector<std::string> RowKeys::people(const std::vector<std::uint32_t>& rows, At at, std::size_t threads) const {
    return texts(rows, at, threads, [](const Rereading& cells, const AssignmentRow& row, std::string& text) {
        if (row.is(AssignmentRow::national)) return put(text, cells[AssignmentField::person_id_national]);
        put(text, cells[AssignmentField::organisation]);
        put(text, cells[AssignmentField::employee_number]);
    });
}

std::vector<std::string> RowKeys::assignments(const std::vector<std::uint32_t>& rows, At at,
                                              std::size_t threads) const {
    return texts(rows, at, threads, [](const Rereading& cells, const AssignmentRow& /*row*/, std::string& text) {
        put(text, cells[AssignmentField::organisation]);
        put(text, cells[AssignmentField::assignment_number]);
    });
}

std::optional<Date> RowKeys::start(std::uint32_t row) const {
    const ChunkRows& chunk = rows_.chunks()[rows_.chunk_of(row)];
    if (!files_[chunk.file].has(AssignmentField::start_date)) return std::nullopt;
    Rereading cells(files_[chunk.file], usual_row);
    cells.read(chunk.range.begin + rows_[row].offset);
    return validate::read_date(cells[AssignmentField::start_date]);
}

std::pair<std::string, std::string> RowKeys::assignment(std::uint32_t row) const {
    const ChunkRows& chunk = rows_.chunks()[rows_.chunk_of(row)];
    Rereading cells(files_[chunk.file], usual_row);
    cells.read(chunk.range.begin + rows_[row].offset);
    return {std::string(cells[AssignmentField::assignment_number]), std::string(cells[AssignmentField::organisation])};
}

}  // namespace quarterdeck::snapshot
