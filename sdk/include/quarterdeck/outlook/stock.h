#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

/// Staff in post by single year of age, from protected counts by age band.
namespace quarterdeck::outlook {

inline constexpr int youngest = 18;
inline constexpr int oldest = 75;  ///< and older

/// People by age in completed years.
struct Ages {
    std::array<std::int64_t, oldest - youngest + 1> people{};

    std::int64_t& at(int age) { return people[index(age)]; }
    std::int64_t at(int age) const { return people[index(age)]; }
    std::int64_t total() const { return std::accumulate(people.begin(), people.end(), std::int64_t{0}); }
    std::int64_t from(int age) const {
        return std::accumulate(people.begin() + static_cast<std::ptrdiff_t>(index(age)), people.end(), std::int64_t{0});
    }

    bool operator==(const Ages&) const = default;

private:
    static std::size_t index(int age) { return static_cast<std::size_t>(std::clamp(age, youngest, oldest) - youngest); }
};

/// Parts of `total` in proportion to weights, in whole numbers that add up to it: each rounded down, then one more for
/// the largest remainders, the earlier part first. All in the first part where no weight is above 0.
inline std::vector<std::int64_t> shared_out(std::int64_t total, const std::vector<std::int64_t>& weights) {
    std::vector<std::int64_t> parts(weights.size(), 0);
    if (parts.empty()) return parts;
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (sum <= 0) {
        parts.front() = total;
        return parts;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = total * weights[i] / sum;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return total * weights[left] % sum > total * weights[right] % sum;
    });
    std::int64_t rest = total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    for (std::size_t i = 0; rest > 0; ++i, --rest) ++parts[order[i % order.size()]];
    return parts;
}

/// How people of an age band are spread over its years of age.
struct AgeSpread {
    int first_age;
    std::vector<std::int64_t> weights;  ///< of each year of age
};

/// Under 46, 46 to 55, 56 and over: finer counts would be hidden more often, and nobody under 46 retires within the
/// years that an outlook covers. Evenly, but fewer with each year from 56 on.
inline std::vector<AgeSpread> usual_spread() {
    return {{21, std::vector<std::int64_t>(25, 1)},
            {46, std::vector<std::int64_t>(10, 1)},
            {56, {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}}};
}

/// Counts by age band with the hidden ones, which are missing, filled in: those share the people that the others leave
/// of `people`, as if each year of age began with as many. From shown figures alone, so it gives away nothing.
inline std::vector<std::int64_t> with_hidden_spread(const std::vector<std::optional<std::int64_t>>& by_band,
                                                    std::int64_t people, const std::vector<AgeSpread>& spread) {
    constexpr std::int64_t fine = 100;
    std::vector<std::int64_t> counts(by_band.size(), 0);
    std::vector<std::int64_t> hidden(by_band.size(), 0);
    std::int64_t left = people;
    for (std::size_t band = 0; band < by_band.size(); ++band) {
        const std::vector<std::int64_t>& weights = spread.at(band).weights;
        if (by_band[band])
            left -= counts[band] = *by_band[band];
        else
            hidden[band] = std::accumulate(weights.begin(), weights.end(), std::int64_t{0}) * fine / weights.front();
    }
    if (std::all_of(hidden.begin(), hidden.end(), [](std::int64_t weight) { return weight == 0; })) return counts;
    const std::vector<std::int64_t> shares = shared_out(std::max<std::int64_t>(left, 0), hidden);
    for (std::size_t band = 0; band < counts.size(); ++band) counts[band] += shares[band];
    return counts;
}

/// Single years of age from counts in the age bands of `spread`, in its order.
inline Ages single_years(const std::vector<std::int64_t>& by_band, const std::vector<AgeSpread>& spread) {
    Ages ages;
    for (std::size_t band = 0; band < std::min(by_band.size(), spread.size()); ++band) {
        const std::vector<std::int64_t> parts = shared_out(by_band[band], spread[band].weights);
        for (std::size_t year = 0; year < parts.size(); ++year)
            ages.at(spread[band].first_age + static_cast<int>(year)) += parts[year];
    }
    return ages;
}

}  // namespace quarterdeck::outlook
