#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quarterdeck::query {

/// Numbers keys in the order in which they first appear. A key below `direct` is looked up in a plain table of that
/// size; with `direct` 0, keys of any number of words are looked up in a hash table.
class KeyNumbers {
public:
    /// Precondition: with `direct` above 0, keys have one word and are below `direct`.
    KeyNumbers(std::size_t words, std::uint64_t direct)
        : words_(words), hashed_(direct == 0), table_(hashed_ ? 1024 : direct) {}

    std::size_t size() const { return keys_.size() / words_; }
    const std::uint64_t* key(std::size_t number) const { return keys_.data() + number * words_; }

    std::uint32_t number(const std::uint64_t* key) {
        std::uint32_t& known = table_[hashed_ ? place(key) : *key];
        if (known != 0) return known - 1;
        keys_.insert(keys_.end(), key, key + words_);
        known = static_cast<std::uint32_t>(size());
        const std::uint32_t number = known - 1;
        if (hashed_ && 2 * size() > table_.size()) grow();
        return number;
    }

private:
    bool same(const std::uint64_t* a, const std::uint64_t* b) const;

    /// Where the key stands, or the free place where it belongs.
    std::size_t place(const std::uint64_t* wanted) const;
    void grow();

    std::size_t words_;
    bool hashed_;
    std::vector<std::uint32_t> table_;  ///< number + 1; 0: free
    std::vector<std::uint64_t> keys_;
};

}  // namespace quarterdeck::query
