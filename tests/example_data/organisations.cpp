#include "organisations.h"

#include <array>

namespace quarterdeck::example {

namespace {

constexpr std::array<std::string_view, 10> codes{"7A1", "7A2", "7A3", "7A4", "7A5", "7A6", "7A7", "RQF", "RYT", "RT4"};

/// In thousandths, in the order of the codes. Rough sizes of the organisations, not counted ones.
using Weights = std::array<std::uint32_t, codes.size()>;

constexpr Weights weights_of(Spread spread) {
    switch (spread) {
        case Spread::hospitals: return {205, 125, 150, 185, 150, 170, 15, 0, 0, 0};
        case Spread::blood: return {180, 110, 135, 160, 130, 150, 10, 125, 0, 0};
        case Spread::microbiology: return {60, 40, 30, 40, 60, 130, 0, 0, 640, 0};
        case Spread::genomics: return {70, 0, 80, 850, 0, 0, 0, 0, 0, 0};
        case Spread::radiotherapy: return {230, 0, 250, 0, 0, 0, 0, 520, 0, 0};
        case Spread::physics: return {190, 60, 230, 250, 40, 100, 0, 130, 0, 0};
        case Spread::everywhere: return {190, 120, 135, 160, 130, 150, 25, 16, 24, 50};
    }
    return {};
}

}  // namespace

std::span<const std::string_view> organisations() {
    return codes;
}

std::size_t draw_organisation(Spread spread, Draw& draw) {
    const Weights weights = weights_of(spread);
    std::uint32_t point = draw.below(1000);
    std::size_t chosen = 0;
    while (point >= weights[chosen]) point -= weights[chosen++];
    return chosen;
}

}  // namespace quarterdeck::example
