#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "query/column_classes.h"
#include "snapshot/snapshot.h"

namespace quarterdeck::query {

/// Numbers each row's combination of classes, in mixed radix: as many 64-bit words as the number of possible
/// combinations needs, mostly one.
class RowKeys {
public:
    /// The snapshot must outlive the keys.
    RowKeys(const snapshot::Snapshot& snapshot, const std::vector<ColumnClasses>& classes);

    std::size_t words() const { return words_; }

    /// How many combinations are possible; nothing that can be counted (the largest number) with several words.
    std::uint64_t possible() const { return words_ == 1 ? possible_ : std::numeric_limits<std::uint64_t>::max(); }

    /// Writes the keys of rows `from` up to `to`, each in `words()` words.
    void write(std::size_t from, std::size_t to, std::uint64_t* keys) const;

    /// The class of a column (by its place in the list given) in a key.
    std::uint16_t class_of(std::size_t column, const std::uint64_t* key) const {
        const Digit& digit = digits_[column];
        return static_cast<std::uint16_t>(key[digit.word] / digit.stride % digit.count);
    }

private:
    struct Digit {
        Field column;
        const std::uint16_t* codes;
        std::size_t word;
        std::uint64_t stride;
        std::uint64_t count;
        std::vector<std::uint64_t> of_code;  ///< class × stride

        std::uint64_t at(std::size_t place) const { return of_code[codes[place]]; }
    };

    std::vector<Digit> digits_;
    std::vector<std::size_t> of_rows_;  ///< the digits that don't follow from a row's post
    std::size_t words_ = 1;
    std::uint64_t possible_ = 1;  ///< in the last word
    const std::uint32_t* posts_;
    std::vector<std::uint64_t> of_posts_;  ///< what the other digits come to for each kind of post
};

}  // namespace quarterdeck::query
