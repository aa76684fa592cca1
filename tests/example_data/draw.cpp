#include "draw.h"

namespace quarterdeck::example {

namespace {

std::mt19937_64 seeded(std::uint64_t seed, Purpose purpose, std::uint64_t part) {
    std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U),
                           static_cast<std::uint32_t>(purpose), static_cast<std::uint32_t>(part),
                           static_cast<std::uint32_t>(part >> 32U)};
    return std::mt19937_64(sequence);
}

}  // namespace

Draw::Draw(std::uint64_t seed, Purpose purpose, std::uint64_t part) : engine_(seeded(seed, purpose, part)) {}

// The upper half of 32 random bits times the limit; the few values that would favour some results are drawn again.
std::uint32_t Draw::below(std::uint32_t limit) {
    const std::uint32_t unfair = -limit % limit;
    std::uint64_t product = 0;
    do {
        product = (engine_() >> 32U) * limit;
    } while (static_cast<std::uint32_t>(product) < unfair);
    return static_cast<std::uint32_t>(product >> 32U);
}

std::int32_t Draw::between(std::int32_t low, std::int32_t high) {
    return low + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(high - low + 1)));
}

}  // namespace quarterdeck::example
