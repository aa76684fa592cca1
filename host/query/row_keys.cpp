#include "query/row_keys.h"

#include <algorithm>

namespace quarterdeck::query {

RowKeys::RowKeys(const snapshot::Snapshot& snapshot, const std::vector<ColumnClasses>& classes) {
    digits_.reserve(classes.size());
    for (const auto& column : classes) {
        const std::uint64_t count = std::max<std::uint64_t>(column.count, 1);
        if (possible_ > std::numeric_limits<std::uint64_t>::max() / count) {
            ++words_;
            possible_ = 1;
        }
        Digit digit{snapshot.column(column.column).codes.data(), words_ - 1, possible_, count, {}};
        digit.of_code.reserve(column.of_code.size());
        for (const std::uint16_t number : column.of_code) digit.of_code.push_back(number * possible_);
        digits_.push_back(std::move(digit));
        possible_ *= count;
    }
}

void RowKeys::write(std::size_t from, std::size_t to, std::uint64_t* keys) const {
    std::fill(keys, keys + (to - from) * words_, 0);
    std::size_t digit = 0;
    while (digit < digits_.size()) {  // two columns of the same word together, since that halves the writing
        const Digit& one = digits_[digit++];
        std::uint64_t* key = keys + one.word;
        if (digit < digits_.size() && digits_[digit].word == one.word) {
            const Digit& other = digits_[digit++];
            for (std::size_t row = from; row < to; ++row, key += words_)
                *key += one.of_code[one.codes[row]] + other.of_code[other.codes[row]];
        } else {
            for (std::size_t row = from; row < to; ++row, key += words_) *key += one.of_code[one.codes[row]];
        }
    }
}

}  // namespace quarterdeck::query
