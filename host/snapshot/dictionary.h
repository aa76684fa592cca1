#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quarterdeck::snapshot {

/// Numbers texts in the order in which they are first seen. Holds up to 65,536 texts; further ones get the last
/// number, and `overflowed` tells.
class Dictionary {
public:
    std::uint16_t code(std::string_view text) {
        if (!texts_.empty() && texts_[last_] == text) return last_;
        return last_ = find(text);
    }

    const std::vector<std::string>& texts() const { return texts_; }
    bool overflowed() const { return overflowed_; }

private:
    std::uint16_t find(std::string_view text);
    void grow();

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< code + 1; 0: free
    };
    std::vector<std::string> texts_;
    std::vector<Slot> slots_;
    std::uint16_t last_ = 0;
    bool overflowed_ = false;
};

}  // namespace quarterdeck::snapshot
