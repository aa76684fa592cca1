#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/pages.h"

namespace quarterdeck::extract {

/// Texts, each once, numbered from 0 in the order in which they are added. For millions of short ones: they are kept
/// one behind the other.
class NumberedTexts {
public:
    std::size_t size() const { return ends_.size(); }

    /// Valid until another text is added.
    std::string_view operator[](std::uint32_t number) const {
        const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
        return {bytes_.data() + begin, ends_[number] - begin};
    }

    /// The number of a text that was added.
    std::optional<std::uint32_t> find(std::string_view text) const;

    /// The same; a text that isn't there is added.
    std::uint32_t number(std::string_view text);

private:
    struct Slot {
        std::uint32_t tag = 0;    ///< of the hash, what places don't tell
        std::uint32_t taken = 0;  ///< number + 1; 0: free
    };

    static std::uint64_t hash_of(std::string_view text);
    std::size_t place(std::string_view text, std::uint64_t hash) const;
    void grow();

    LongArray<char> bytes_;
    LongArray<std::uint64_t> ends_;
    LongArray<Slot> slots_ = LongArray<Slot>(256, Slot{});  ///< always a power of two
};

}  // namespace quarterdeck::extract
