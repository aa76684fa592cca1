#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace quarterdeck::query {

/// Which entries of a set of records are meant: one bit for each.
class Bits {
public:
    explicit Bits(std::size_t size, bool all = false)
        : words_((size + 63) / 64, all ? ~std::uint64_t{0} : std::uint64_t{0}) {
        if (all && size % 64 != 0) words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
    }

    /// The entries for which `fits(entry)` is true.
    template <class Fits>
    static Bits where(std::size_t size, Fits fits) {
        Bits bits(size);
        for (std::size_t i = 0; i < bits.words_.size(); ++i) {
            const std::size_t end = std::min(size, 64 * i + 64);
            std::uint64_t word = 0;
            for (std::size_t entry = end; entry-- > 64 * i;)
                word = word << 1U | static_cast<std::uint64_t>(fits(entry));
            bits.words_[i] = word;
        }
        return bits;
    }

    void set(std::size_t entry) { words_[entry / 64] |= std::uint64_t{1} << (entry % 64); }
    bool test(std::size_t entry) const { return (words_[entry / 64] >> (entry % 64) & 1) != 0; }

    /// Precondition of both: the same size.
    Bits& operator&=(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    Bits& operator|=(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }

    /// The entries that are meant, in order.
    std::vector<std::uint32_t> entries() const {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
        std::vector<std::uint32_t> found;
        found.reserve(count);
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                found.push_back(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        return found;
    }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace quarterdeck::query
