#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::snapshot {

/// Numbers texts in the order in which they are first seen. Holds up to 65,536 texts; further ones get the last
/// number, and `overflowed` tells.
class Dictionary {
public:
    std::uint16_t code(std::string_view text) {
        const Ends ends = ends_of(text);
        const Recent& recent = recent_[slot_of(ends)];
        if (recent.ends == ends && same_middle(texts_[recent.code], text)) return recent.code;
        return find(text, ends);
    }

    const std::vector<std::string>& texts() const { return texts_; }
    bool overflowed() const { return overflowed_; }

private:
    /// A text's size and its first and last bytes: all of it, up to 16 bytes.
    struct Ends {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::size_t size = ~std::size_t{0};

        bool operator==(const Ends&) const = default;
    };
    /// A text that was asked for lately.
    struct Recent {
        Ends ends;
        std::uint16_t code = 0;
    };
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< code + 1; 0: free
    };

    template <typename Word>
    static std::uint64_t word_at(const char* bytes) {
        Word word = 0;
        std::memcpy(&word, bytes, sizeof word);
        return word;
    }

    static Ends ends_of(std::string_view text) {
        const char* const begin = text.data();
        const char* const end = begin + text.size();
        if (text.size() >= 8) return {word_at<std::uint64_t>(begin), word_at<std::uint64_t>(end - 8), text.size()};
        if (text.size() >= 4) return {word_at<std::uint32_t>(begin), word_at<std::uint32_t>(end - 4), text.size()};
        if (text.empty()) return {0, 0, 0};
        return {word_at<std::uint8_t>(begin),
                word_at<std::uint8_t>(end - 1) << 8U | word_at<std::uint8_t>(begin + text.size() / 2), text.size()};
    }

    static std::size_t slot_of(const Ends& ends) {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(((ends.first ^ (ends.last << 5U) ^ ends.size) * odd) >> 56U);
    }

    /// For two texts whose ends are the same.
    static bool same_middle(std::string_view left, std::string_view right) {
        const std::size_t size = right.size();
        if (size <= 16) return true;
        if (size > 32) return left == right;
        const auto differs = [&](std::size_t at) {
            return word_at<std::uint64_t>(left.data() + at) ^ word_at<std::uint64_t>(right.data() + at);
        };
        return (differs(8) | differs(size - 16)) == 0;
    }

    std::uint16_t find(std::string_view text, const Ends& ends);
    std::uint16_t find_or_add(std::string_view text);
    void grow();

    std::array<Recent, 256> recent_{};
    std::vector<std::string> texts_;
    std::vector<Slot> slots_;
    bool overflowed_ = false;
};

}  // namespace quarterdeck::snapshot
