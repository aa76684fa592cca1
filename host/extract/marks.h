#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace quarterdeck::extract {

inline constexpr std::size_t block_bytes = 64;

/// What stands where in a block: bit n of `special` says that byte n is a comma, a line feed or a quotation mark.
struct Marks {
    std::uint64_t special;
    bool ascii;
};

/// Looks at `block_bytes` bytes.
inline Marks find_marks(const char* block) {
    std::uint64_t special = 0;
#ifdef __SSE2__
    const __m128i comma = _mm_set1_epi8(',');
    const __m128i line_feed = _mm_set1_epi8('\n');
    const __m128i quote = _mm_set1_epi8('"');
    __m128i any = _mm_setzero_si128();
    for (int part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + part);
        any = _mm_or_si128(any, bytes);
        const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, comma), _mm_cmpeq_epi8(bytes, line_feed)),
                                           _mm_cmpeq_epi8(bytes, quote));
        special |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(found))) << (16 * part);
    }
    return {special, _mm_movemask_epi8(any) == 0};
#else
    unsigned char any = 0;
    for (std::size_t i = 0; i < block_bytes; ++i) {
        const char byte = block[i];
        any |= static_cast<unsigned char>(byte);
        if (byte == ',' || byte == '\n' || byte == '"') special |= std::uint64_t{1} << i;
    }
    return {special, any < 0x80};
#endif
}

}  // namespace quarterdeck::extract
