#include "snapshot/short_text.h"

#include <cstring>

namespace quarterdeck::snapshot {
namespace {

constexpr std::size_t digits = 8;
constexpr std::size_t most_before_digits = 3;
constexpr std::uint64_t every_byte = 0x0101010101010101U;
constexpr std::uint64_t long_form = std::uint64_t{1} << 63;  // in the byte that seven characters leave free

template <typename Word>
std::uint64_t word_at(const char* bytes) {
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// Up to seven bytes, the first one lowest.
std::uint64_t bytes_of(const char* bytes, std::size_t size) {
    if (size >= 4) return word_at<std::uint32_t>(bytes) | word_at<std::uint32_t>(bytes + size - 4) << (8 * (size - 4));
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i) number |= word_at<std::uint8_t>(bytes + i) << (8 * i);
    return number;
}

bool all_digits(std::uint64_t bytes) {
    const std::uint64_t upper_halves = bytes & (0xF0U * every_byte);
    const std::uint64_t moved = (bytes + 0x06U * every_byte) & (0xF0U * every_byte);
    return (upper_halves ^ 0x30U * every_byte) == 0 && (moved ^ 0x30U * every_byte) == 0;
}

/// Four bits a digit.
std::uint64_t packed_digits(std::uint64_t bytes) {
    std::uint64_t packed = bytes & (0x0FU * every_byte);
    packed = (packed | packed >> 4U) & 0x00FF00FF00FF00FFU;
    packed = (packed | packed >> 8U) & 0x0000FFFF0000FFFFU;
    return (packed | packed >> 16U) & 0x00000000FFFFFFFFU;
}

/// Spreads a number over all bits; each number becomes another one (the finish of SplitMix64, Steele et al. 2014).
std::uint64_t spread(std::uint64_t number) {
    number = (number ^ number >> 30U) * 0xBF58476D1CE4E5B9U;
    number = (number ^ number >> 27U) * 0x94D049BB133111EBU;
    return number ^ number >> 31U;
}

}  // namespace

std::optional<std::uint64_t> number_of_short_text(std::string_view text) {
    if (text.size() > most_before_digits + digits || text.find('\0') != std::string_view::npos) return std::nullopt;
    if (text.size() < digits) return spread(bytes_of(text.data(), text.size()));
    const std::size_t before = text.size() - digits;
    const std::uint64_t number = word_at<std::uint64_t>(text.data() + before);
    if (!all_digits(number)) return std::nullopt;
    return spread(bytes_of(text.data(), before) | packed_digits(number) << (8 * most_before_digits) | long_form);
}

}  // namespace quarterdeck::snapshot
