#include "query/key_numbers.h"

namespace quarterdeck::query {

bool KeyNumbers::same(const std::uint64_t* a, const std::uint64_t* b) const {
    for (std::size_t word = 0; word < words_; ++word)
        if (a[word] != b[word]) return false;
    return true;
}

std::size_t KeyNumbers::place(const std::uint64_t* wanted) const {
    std::uint64_t hash = 0;
    for (std::size_t word = 0; word < words_; ++word) {
        hash = (hash ^ wanted[word]) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32U;
    }
    std::size_t at = hash & (table_.size() - 1);
    while (table_[at] != 0 && !same(wanted, key(table_[at] - 1))) at = (at + 1) & (table_.size() - 1);
    return at;
}

void KeyNumbers::grow() {
    table_.assign(2 * table_.size(), 0);
    for (std::size_t number = 0; number < size(); ++number)
        table_[place(key(number))] = static_cast<std::uint32_t>(number + 1);
}

}  // namespace quarterdeck::query
