#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "quarterdeck/table.h"

/// Growth in per cent a year, for tables that a plugin computes. The same figure as `Formula::Kind::compound_growth`
/// gives for a declared metric: exact, rounded once, half away from zero.
namespace quarterdeck::outlook {

namespace detail {

/// A product of whole numbers, of any size.
class Product {
public:
    explicit Product(std::uint64_t factor) { times(factor); }

    void times(std::uint64_t factor) {
        constexpr std::uint64_t half = 32;
        const std::uint64_t low = factor & UINT32_MAX;
        const std::uint64_t high = factor >> half;
        std::vector<std::uint32_t> result(digits_.size() + 2);
        add_multiple(result, low, 0);
        add_multiple(result, high, 1);
        while (!result.empty() && result.back() == 0) result.pop_back();
        digits_ = std::move(result);
    }

    std::strong_ordering operator<=>(const Product& other) const {
        if (digits_.size() != other.digits_.size()) return digits_.size() <=> other.digits_.size();
        return std::lexicographical_compare_three_way(digits_.rbegin(), digits_.rend(), other.digits_.rbegin(),
                                                      other.digits_.rend());
    }
    bool operator==(const Product& other) const = default;

private:
    void add_multiple(std::vector<std::uint32_t>& sum, std::uint64_t factor, std::size_t shift) const {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i + shift < sum.size(); ++i) {
            const std::uint64_t digit = i < digits_.size() ? digits_[i] : 0;
            const std::uint64_t low = digit * factor;  // below 2^64 − 2^33 + 1, so that two more digits fit
            const std::uint64_t total = low + sum[i + shift] + carry;
            sum[i + shift] = static_cast<std::uint32_t>(total);
            carry = total >> 32U;
        }
    }

    std::vector<std::uint32_t> digits_{1};  // to base 2^32, least first
};

inline Product power_times(std::uint64_t base, int exponent, std::uint64_t factor) {
    Product product(factor);
    for (int i = 0; i < exponent; ++i) product.times(base);
    return product;
}

/// scale × (numerator ÷ denominator)^(1 ÷ years), rounded down, and whether nothing was rounded.
struct Root {
    std::int64_t floor = 0;
    bool exact = false;
};

inline Root scaled_root(std::int64_t numerator, std::int64_t denominator, int years, std::int64_t scale) {
    const auto over = static_cast<std::uint64_t>(denominator);
    const Product wanted = power_times(static_cast<std::uint64_t>(scale), years, static_cast<std::uint64_t>(numerator));
    std::uint64_t low = 0;  // low^years × denominator ≤ wanted < high^years × denominator
    std::uint64_t high = std::uint64_t{1} << 62U;
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (power_times(middle, years, over) <= wanted ? low : high) = middle;
    }
    return {static_cast<std::int64_t>(low), power_times(low, years, over) == wanted};
}

inline std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

}  // namespace detail

/// 100 × ((to ÷ from)^(1 ÷ years) − 1). Nothing for growth from or to nothing or less.
/// Precondition: years from 1 to 30, places from 0 to 3.
inline std::optional<Decimal> annual_growth(std::int64_t from, std::int64_t to, int years, int places) {
    if (from <= 0 || to <= 0) return std::nullopt;
    const std::int64_t scale = detail::power_of_ten(places + 2);
    const detail::Root twice = detail::scaled_root(to, from, years, 2 * scale);
    const bool odd = twice.floor % 2 != 0;
    const bool down = to < from && odd && twice.exact;  // half a unit below nothing grows away from it
    return Decimal{(twice.floor + (down ? -1 : 1)) / 2 - scale, places};
}

/// Annual growth from `middle` to `to`, less that from `from` to `middle`, both over `years`: in percentage points,
/// from unrounded growth. Nothing for growth from or to nothing or less.
/// Precondition: years from 1 to 30, places from 0 to 3.
inline std::optional<Decimal> growth_change(std::int64_t from, std::int64_t middle, std::int64_t to, int years,
                                            int places) {
    if (from <= 0 || middle <= 0 || to <= 0) return std::nullopt;
    constexpr std::int64_t finer = 1'000'000'000;  // decides every case but those nearer to a half than this
    const std::int64_t scale = detail::power_of_ten(places + 2);
    const std::int64_t later = detail::scaled_root(to, middle, years, scale * finer).floor;
    const std::int64_t earlier = detail::scaled_root(middle, from, years, scale * finer).floor;
    const std::int64_t difference = later - earlier;
    const std::int64_t magnitude = difference < 0 ? -difference : difference;
    const std::int64_t units = (2 * magnitude + finer) / (2 * finer);
    return Decimal{difference < 0 ? -units : units, places};
}

}  // namespace quarterdeck::outlook
