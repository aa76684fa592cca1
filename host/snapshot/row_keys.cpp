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

    /// The row whose fields are given from now on.
    void read(const ChunkRows& chunk, std::size_t row_in_chunk) {
        const std::size_t begin = chunk.range.begin + chunk.rows[row_in_chunk].offset;
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

template <typename Number>
void put_number(std::string& key, Number number) {
    key.append(reinterpret_cast<const char*>(&number), sizeof number);
}

Date date_of(const ChunkRows& chunk, std::size_t row) {
    return chunk.dates[chunk.rows[row].date].date;
}

/// The key of a person who is told by the hash. It begins like no other key and is short enough to need no memory.
void put_told(std::string& key, std::uint64_t hash, RowKeys::At at, Date date) {
    key += '=';
    put_number(key, hash);
    if (at == RowKeys::At::one_date) put_number(key, validate::packed(date));
}

}  // namespace

template <typename Tell>
std::vector<std::string> RowKeys::texts(const std::vector<std::uint32_t>& rows, std::size_t threads,
                                        const Tell& tell) const {
    std::vector<std::string> texts(rows.size());
    extract::parallel(rows_.chunks().size(), threads, [&](std::size_t number, std::size_t) {
        const ChunkRows& chunk = rows_.chunks()[number];
        const auto next = std::lower_bound(rows.begin(), rows.end(), rows_.start(number));
        const auto end = std::lower_bound(next, rows.end(), rows_.start(number + 1));
        Rereading cells(files_[chunk.file], many_rows);
        for (auto i = static_cast<std::size_t>(next - rows.begin()); i < static_cast<std::size_t>(end - rows.begin());
             ++i)
            tell(cells, chunk, rows[i] - rows_.start(number), texts[i]);
    });
    return texts;
}

std::vector<std::string> RowKeys::people(const std::vector<std::uint32_t>& rows, At at, std::size_t threads) const {
    return texts(rows, threads, [at](Rereading& cells, const ChunkRows& chunk, std::size_t row, std::string& text) {
        const Date date = date_of(chunk, row);
        if (chunk.rows[row].is(AssignmentRow::told)) return put_told(text, chunk.people[row], at, date);
        if (at == At::one_date) put(text, date.iso());
        cells.read(chunk, row);
        if (chunk.rows[row].is(AssignmentRow::national)) return put(text, cells[AssignmentField::person_id_national]);
        put(text, cells[AssignmentField::organisation]);
        put(text, cells[AssignmentField::employee_number]);
    });
}

std::vector<std::string> RowKeys::assignments(const std::vector<std::uint32_t>& rows, At at,
                                              std::size_t threads) const {
    return texts(rows, threads, [at](Rereading& cells, const ChunkRows& chunk, std::size_t row, std::string& text) {
        if (at == At::one_date) put(text, date_of(chunk, row).iso());
        cells.read(chunk, row);
        put(text, cells[AssignmentField::organisation]);
        put(text, cells[AssignmentField::assignment_number]);
    });
}

std::optional<Date> RowKeys::start(std::uint32_t row) const {
    const std::size_t number = rows_.chunk_of(row);
    const ChunkRows& chunk = rows_.chunks()[number];
    if (!files_[chunk.file].has(AssignmentField::start_date)) return std::nullopt;
    Rereading cells(files_[chunk.file], usual_row);
    cells.read(chunk, row - rows_.start(number));
    return validate::read_date(cells[AssignmentField::start_date]);
}

std::pair<std::string, std::string> RowKeys::assignment(std::uint32_t row) const {
    const std::size_t number = rows_.chunk_of(row);
    const ChunkRows& chunk = rows_.chunks()[number];
    Rereading cells(files_[chunk.file], usual_row);
    cells.read(chunk, row - rows_.start(number));
    return {std::string(cells[AssignmentField::assignment_number]), std::string(cells[AssignmentField::organisation])};
}

}  // namespace quarterdeck::snapshot
