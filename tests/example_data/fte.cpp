#include "fte.h"

#include <algorithm>
#include <array>
#include <span>

#include "person.h"

namespace quarterdeck::example {

namespace {

/// Hours not worked of a week of 37.5, as part-time contracts have them: 7.5, 15, 18.75, 12.5, 22.5, 5.5, 3.75 hours.
constexpr std::array<std::int64_t, 7> usual_reductions{20'000, 40'000, 50'000, 33'333, 60'000, 14'667, 10'000};
constexpr std::int64_t mean_reduction = 32'571;
constexpr std::int64_t usual_most = 90'000;

}  // namespace

std::vector<std::int32_t> share_out_fte(std::int64_t people, std::int64_t total_hundredths, Draw& draw) {
    std::vector<std::int32_t> contracts;
    std::int64_t missing = people * whole_fte - total_hundredths * (whole_fte / 100);
    const std::int64_t most = people == 0 ? 0 : std::max(usual_most, (missing + people - 1) / people);
    for (std::int64_t left = people; left > 0; --left) {
        const std::int64_t least = std::max<std::int64_t>(0, missing - (left - 1) * most);
        std::int64_t reduction = 0;
        if (static_cast<std::int64_t>(draw.below(1'000'000)) * left * mean_reduction < missing * 1'000'000)
            reduction = usual_reductions[draw.below(usual_reductions.size())];
        reduction = std::clamp(reduction, least, std::min(missing, most));
        missing -= reduction;
        contracts.push_back(static_cast<std::int32_t>(whole_fte - reduction));
    }
    draw.shuffle(std::span(contracts));
    return contracts;
}

}  // namespace quarterdeck::example
