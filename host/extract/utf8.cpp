#include "extract/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace quarterdeck::extract {

bool is_utf8(std::string_view bytes) {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;
        while (at + sizeof eight <= bytes.size()) {
            std::memcpy(&eight, data + at, sizeof eight);
            if ((eight & 0x8080808080808080U) != 0) break;
            at += sizeof eight;
        }
        if (at >= bytes.size()) break;
        UChar32 character = 0;
        U8_NEXT(data, at, bytes.size(), character);
        if (character < 0) return false;
    }
    return true;
}

}  // namespace quarterdeck::extract
