#include "extract/marks.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace quarterdeck::extract {
namespace {

#ifdef __x86_64__

__attribute__((target("avx512f,avx512bw"))) void with_avx512(const char* bytes, std::size_t blocks, Marks* found) {
    const __m512i comma = _mm512_set1_epi8(',');
    const __m512i line_feed = _mm512_set1_epi8('\n');
    const __m512i quote = _mm512_set1_epi8('"');
    for (std::size_t i = 0; i < blocks; ++i) {
        const __m512i block = _mm512_loadu_si512(bytes + i * block_bytes);
        found[i].special = _mm512_cmpeq_epi8_mask(block, comma) | _mm512_cmpeq_epi8_mask(block, line_feed) |
                           _mm512_cmpeq_epi8_mask(block, quote);
        found[i].ascii = _mm512_movepi8_mask(block) == 0;
    }
}

__attribute__((target("avx2"))) void with_avx2(const char* bytes, std::size_t blocks, Marks* found) {
    const __m256i comma = _mm256_set1_epi8(',');
    const __m256i line_feed = _mm256_set1_epi8('\n');
    const __m256i quote = _mm256_set1_epi8('"');
    for (std::size_t i = 0; i < blocks; ++i) {
        std::uint64_t special = 0;
        __m256i any = _mm256_setzero_si256();
        for (int half = 0; half < 2; ++half) {
            const __m256i part = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + i * block_bytes) + half);
            any = _mm256_or_si256(any, part);
            const __m256i mark =
                _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(part, comma), _mm256_cmpeq_epi8(part, line_feed)),
                                _mm256_cmpeq_epi8(part, quote));
            special |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(mark)))
                       << (32 * half);
        }
        found[i] = {special, _mm256_movemask_epi8(any) == 0};
    }
}

#endif

void byte_by_byte(const char* bytes, std::size_t blocks, Marks* found) {
    for (std::size_t i = 0; i < blocks; ++i) {
        std::uint64_t special = 0;
        unsigned char any = 0;
        for (std::size_t at = 0; at < block_bytes; ++at) {
            const char byte = bytes[i * block_bytes + at];
            any |= static_cast<unsigned char>(byte);
            special |= std::uint64_t{byte == ',' || byte == '\n' || byte == '"'} << at;
        }
        found[i] = {special, any < 0x80};
    }
}

using FindMarks = void (*)(const char*, std::size_t, Marks*);

FindMarks best_of_this_processor() {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512bw") != 0) return with_avx512;
    if (__builtin_cpu_supports("avx2") != 0) return with_avx2;
#endif
    return byte_by_byte;
}

}  // namespace

void find_marks(const char* bytes, std::size_t blocks, Marks* found) {
    static const FindMarks best = best_of_this_processor();
    best(bytes, blocks, found);
}

}  // namespace quarterdeck::extract
