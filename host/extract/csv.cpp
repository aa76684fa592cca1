#include "extract/csv.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "extract/utf8.h"

namespace quarterdeck::extract {

RowScanner::RowScanner(std::string_view text, std::size_t from, std::size_t to)
    : text_(text), to_(to), position_(from), block_(from) {
    load();
}

void RowScanner::load() {
    if (block_ >= text_.size()) {
        marks_ = 0;
        return;
    }
    if (ahead_next_ == ahead_size_) look_ahead();
    const Marks found = ahead_[ahead_next_++];
    marks_ = found.special;
    block_is_ascii_ = found.ascii;
    row_is_ascii_ &= found.ascii;
}

/// Finds the marks of the blocks from here on; those that the text ends in are looked at one by one.
void RowScanner::look_ahead() {
    const std::size_t left = text_.size() - block_;
    ahead_next_ = 0;
    ahead_size_ = std::min(look_, left / block_bytes);
    look_ = ahead_.size();
    if (ahead_size_ > 0) return find_marks(text_.data() + block_, ahead_size_, ahead_.data());
    std::array<char, block_bytes> tail{};
    std::memcpy(tail.data(), text_.data() + block_, left);
    ahead_size_ = 1;
    find_marks(tail.data(), 1, ahead_.data());
}

void RowScanner::seek(std::size_t position) {
    if (position - block_ < block_bytes) {
        marks_ &= ~std::uint64_t{0} << (position - block_);
        return;
    }
    block_ = position;
    ahead_next_ = ahead_size_ = 0;
    load();
}

bool RowScanner::next_block() {
    block_ += block_bytes;
    if (block_ >= text_.size()) return false;
    load();
    return true;
}

bool RowScanner::fail(CsvFault fault, std::size_t offset) {
    fault_ = fault;
    fault_offset_ = offset;
    return false;
}

bool RowScanner::next(Row& row) {
    while (fault_ == CsvFault::none && position_ < to_) {
        if (!read_row(row)) return false;
        const bool empty_line = row.size_ == 1 && row.cells_[0].empty() && text_[row.offset_] != '"';
        if (!empty_line) return true;
    }
    return false;
}

bool RowScanner::read_row(Row& row) {
    row.begin(position_);
    row_is_ascii_ = block_is_ascii_;
    const char* const bytes = text_.data();
    std::size_t field = position_;
    std::uint64_t marks = marks_;  // a copy, which the compiler can keep at hand
    for (;;) {
        while (marks == 0) {
            if (!next_block()) return finish(row, field, text_.size(), text_.size());
            marks = marks_;
        }
        const std::size_t mark = block_ + static_cast<std::size_t>(std::countr_zero(marks));
        marks &= marks - 1;
        const char found = bytes[mark];
        if (found == ',') {
            row.add({bytes + field, mark - field});
            field = mark + 1;
            continue;
        }
        marks_ = marks;
        if (found == '\n') {
            ++lines_;
            return finish(row, field, mark, mark + 1);
        }
        if (mark != field) return fail(CsvFault::quote_inside_field, field);
        const Next next = quoted(row, field);
        if (next == Next::fault) return false;
        if (next == Next::row) return finish(row, std::string_view::npos, 0, position_);
        field = position_;
        marks = marks_;
    }
}

/// Ends a row with the field [field, end), if there is one left to add.
bool RowScanner::finish(Row& row, std::size_t field, std::size_t end, std::size_t next) {
    if (field != std::string_view::npos) {
        if (end > field && text_[end - 1] == '\r') --end;
        row.add(text_.substr(field, end - field));
    }
    position_ = next;
    if (!row_is_ascii_ && !is_utf8(text_.substr(row.offset_, next - row.offset_)))
        return fail(CsvFault::not_utf8, row.offset_);
    return true;
}

/// Adds the quoted field that opens at `open` and moves on behind the comma or line break after it.
RowScanner::Next RowScanner::quoted(Row& row, std::size_t open) {
    row.quoted_ = true;
    row_is_ascii_ = false;
    std::size_t close = text_.find('"', open + 1);
    bool doubled = false;
    while (close != std::string_view::npos && close + 1 < text_.size() && text_[close + 1] == '"') {
        doubled = true;
        close = text_.find('"', close + 2);
    }
    if (close == std::string_view::npos) {
        fail(CsvFault::quote_not_closed, open);
        return Next::fault;
    }
    std::string_view inside = text_.substr(open + 1, close - open - 1);
    lines_ += static_cast<std::uint64_t>(std::count(inside.begin(), inside.end(), '\n'));
    if (doubled) {
        std::string& plain = row.unescaped_.emplace_back();
        for (std::size_t i = 0; i < inside.size(); ++i) {
            plain += inside[i];
            if (inside[i] == '"') ++i;
        }
        inside = plain;
    }
    row.add(inside);

    std::size_t after = close + 1;
    if (text_.substr(after, 2) == "\r\n" || text_.substr(after) == "\r") ++after;
    if (after < text_.size() && text_[after] != ',' && text_[after] != '\n') {
        fail(CsvFault::text_after_quote, open);
        return Next::fault;
    }
    position_ = std::min(after + 1, text_.size());
    seek(position_);
    if (after < text_.size() && text_[after] == ',') return Next::field;
    if (after < text_.size()) ++lines_;
    return Next::row;
}

}  // namespace quarterdeck::extract
