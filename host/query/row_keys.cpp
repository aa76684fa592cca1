#include "query/row_keys.h"

#include <algorithm>

namespace quarterdeck::query {

RowKeys::RowKeys(const snapshot::Snapshot& snapshot, const std::vector<ColumnClasses>& classes)
    : posts_(snapshot.posts.data()) {
    digits_.reserve(classes.size());
    for (const auto& column : classes) {
        const std::uint64_t count = std::max<std::uint64_t>(column.count, 1);
        if (possible_ > std::numeric_limits<std::uint64_t>::max() / count) {
            ++words_;
            possible_ = 1;
        }
        if (!snapshot::is_of_post(column.column)) of_rows_.push_back(digits_.size());
        Digit digit{column.column, snapshot.column(column.column).codes.data(), words_ - 1, possible_, count, {}};
        digit.of_code.reserve(column.of_code.size());
        for (const std::uint16_t number : column.of_code) digit.of_code.push_back(number * possible_);
        digits_.push_back(std::move(digit));
        possible_ *= count;
    }
    of_posts_.resize(snapshot.kinds_of_posts() * words_);
    for (const Digit& digit : digits_) {
        if (!snapshot::is_of_post(digit.column)) continue;
        for (std::size_t post = 0; post < snapshot.kinds_of_posts(); ++post)
            of_posts_[post * words_ + digit.word] += digit.at(post);
    }
}

void RowKeys::write(std::size_t from, std::size_t to, std::uint64_t* keys) const {
    std::uint64_t* key = keys;
    for (std::size_t row = from; row < to; ++row, key += words_)
        std::copy_n(of_posts_.data() + posts_[row] * words_, words_, key);
    for (std::size_t next = 0; next < of_rows_.size();) {
        // Two columns of the same word together, since that halves the writing.
        const Digit& one = digits_[of_rows_[next++]];
        key = keys + one.word;
        if (next < of_rows_.size() && digits_[of_rows_[next]].word == one.word) {
            const Digit& other = digits_[of_rows_[next++]];
            for (std::size_t row = from; row < to; ++row, key += words_) *key += one.at(row) + other.at(row);
        } else {
            for (std::size_t row = from; row < to; ++row, key += words_) *key += one.at(row);
        }
    }
}

}  // namespace quarterdeck::query
