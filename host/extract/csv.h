#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "extract/marks.h"

namespace quarterdeck::extract {

/// Why bytes are not CSV.
enum class CsvFault {
    none,
    quote_inside_field,  ///< a quotation mark in a field that doesn't begin with one
    text_after_quote,    ///< something between a field's closing quotation mark and the next comma
    quote_not_closed,    ///< the file ends inside a quoted field
    not_utf8,
};

/// One row: views into the scanned text, or into the row's own store where quotation marks were doubled.
/// Valid until the next row is read into it.
class Row {
public:
    /// Keeps up to `columns` fields of a row; further ones are only counted.
    explicit Row(std::size_t columns) : cells_(columns + 1), columns_(columns) {}

    /// How many fields the row has.
    std::size_t size() const { return size_; }

    /// The field's text, quotation marks removed. `field` is at most `columns`; `columns` itself is always empty.
    std::string_view operator[](std::size_t field) const { return cells_[field]; }

    /// Where the row begins in the text.
    std::size_t offset() const { return offset_; }

    /// Whether a field is quoted. Otherwise all are parts of the text, with one comma between each two.
    bool quoted() const { return quoted_; }

private:
    friend class RowScanner;

    void begin(std::size_t offset) {
        size_ = 0;
        quoted_ = false;
        offset_ = offset;
        if (!unescaped_.empty()) unescaped_.clear();
    }
    void add(std::string_view cell) {
        if (size_ < columns_) cells_[size_] = cell;
        ++size_;
    }

    std::vector<std::string_view> cells_;
    std::deque<std::string> unescaped_;
    std::size_t columns_;
    std::size_t size_ = 0;
    bool quoted_ = false;
    std::size_t offset_ = 0;
};

/// Reads the rows of RFC 4180 text one by one: quoted fields, doubled quotation marks, line breaks in quoted
/// fields, LF or CRLF, with or without a last line break. Empty lines are passed over.
class RowScanner {
public:
    /// Reads the rows that begin in [from, to). `from` is the beginning of a row.
    RowScanner(std::string_view text, std::size_t from, std::size_t to);
    explicit RowScanner(std::string_view text) : RowScanner(text, 0, text.size()) {}

    /// False at the end and at a fault; see `fault`.
    bool next(Row& row);

    CsvFault fault() const { return fault_; }
    /// The beginning of the field (or row, for bytes that aren't UTF-8) at fault.
    std::size_t fault_offset() const { return fault_offset_; }

    /// Where the next row begins.
    std::size_t position() const { return position_; }
    /// Line breaks passed so far, those in quoted fields included.
    std::uint64_t lines() const { return lines_; }

private:
    enum class Next { field, row, fault };

    bool read_row(Row& row);
    Next quoted(Row& row, std::size_t open);
    bool next_block();
    void look_ahead();
    void load();
    void seek(std::size_t position);
    bool fail(CsvFault fault, std::size_t offset);
    bool finish(Row& row, std::size_t field, std::size_t end, std::size_t next);

    std::string_view text_;
    std::size_t to_;
    std::size_t position_;
    std::size_t block_ = 0;
    std::uint64_t marks_ = 0;  ///< commas, line feeds and quotation marks of the block not yet passed
    std::array<Marks, 16> ahead_{};
    std::size_t ahead_size_ = 0;
    std::size_t ahead_next_ = 0;
    std::size_t look_ = 4;  ///< blocks to look at next; few at first, for those who read one row only
    bool block_is_ascii_ = true;
    bool row_is_ascii_ = true;
    std::uint64_t lines_ = 0;
    CsvFault fault_ = CsvFault::none;
    std::size_t fault_offset_ = 0;
};

}  // namespace quarterdeck::extract
