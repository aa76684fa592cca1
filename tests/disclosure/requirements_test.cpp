#include "disclosure/solver/requirements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace quarterdeck::disclosure {
namespace {

bool satisfies(unsigned pattern, const Cut& cut) {
    double sum = 0;
    for (const auto& [cell, factor] : cut.terms)
        if ((pattern >> cell & 1U) != 0) sum += factor;
    return sum >= cut.least - 1e-6;
}

TEST(Requirements, AreSatisfiedByThePatternsThatSatisfyTheCuts) {
    constexpr unsigned cells = 8;
    std::mt19937 random(1);
    std::size_t left_out = 0;
    std::size_t fixed = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<Cut> cuts(1 + random() % 7);
        for (Cut& cut : cuts) {
            for (std::uint32_t cell = 0; cell < cells; ++cell)
                if (random() % 3 == 0) cut.terms.emplace_back(cell, static_cast<int>(random() % 5) - 1);
            cut.least = static_cast<int>(random() % 4);
        }
        // Hiding everything is always enough.
        std::erase_if(cuts, [](const Cut& cut) { return cut.terms.empty() || !satisfies((1U << cells) - 1, cut); });
        const Requirements requirements = reduced(cuts, cells);
        left_out += cuts.size() - requirements.left.size();
        fixed += requirements.fixed.size();
        for (unsigned pattern = 0; pattern < 1U << cells; ++pattern) {
            const auto holds = [&](const Cut& cut) { return satisfies(pattern, cut); };
            const bool before = std::all_of(cuts.begin(), cuts.end(), holds);
            const bool after = std::all_of(requirements.left.begin(), requirements.left.end(), holds) &&
                               std::all_of(requirements.fixed.begin(), requirements.fixed.end(),
                                           [&](std::uint32_t cell) { return (pattern >> cell & 1U) != 0; });
            ASSERT_EQ(before, after) << "round " << round << ", pattern " << pattern;
        }
    }
    EXPECT_GT(left_out, 100U);
    EXPECT_GT(fixed, 100U);
}

}  // namespace
}  // namespace quarterdeck::disclosure
