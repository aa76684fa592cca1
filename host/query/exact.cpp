#include "query/exact.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <stdexcept>

#include "query/check.h"

namespace quarterdeck::query {
namespace {

// Without expression templates, whose temporaries the static analyser takes for dangling ones.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

void require_places(int places) {
    if (places < 0 || places > most_places) throw std::invalid_argument("places must be from 0 to 9");
}

Integer power_of_ten(int exponent) {
    return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

std::optional<Decimal> decimal(const Integer& units, int places) {
    if (units > std::numeric_limits<std::int64_t>::max() || units < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(units), places};
}

std::optional<Decimal> rounded(Integer numerator, Integer denominator, int places) {
    if (denominator == 0) return std::nullopt;
    const bool negative = (numerator < 0) != (denominator < 0);
    numerator = abs(numerator) * power_of_ten(places);
    denominator = abs(denominator);
    const Integer units = (2 * numerator + denominator) / (2 * denominator);
    return decimal(negative ? Integer(-units) : units, places);
}

/// 100 × (ratio^(1 ÷ years) − 1) for ratio = numerator ÷ denominator above 0. With t = scale × ratio^(1 ÷ years),
/// the result is t − scale in units of the last place; whether t lies beyond half a unit is decided by comparing
/// whole numbers: 2t ≥ h just when (2 × scale)^years × numerator ≥ h^years × denominator.
std::optional<Decimal> compound(const Integer& numerator, const Integer& denominator, unsigned years, int places) {
    using boost::multiprecision::pow;
    const Integer scale = power_of_ten(places + 2);
    const Integer twice_t_power = pow(2 * scale, years) * numerator;
    const auto at_most_twice_t = [&](const Integer& h) { return pow(h, years) * denominator <= twice_t_power; };
    const auto below_twice_t = [&](const Integer& h) { return pow(h, years) * denominator < twice_t_power; };

    const bool growing = numerator >= denominator;
    Integer low = growing ? scale : Integer(0);  // a rounded t that is small enough
    Integer high =
        growing ? scale * (numerator / denominator + 1) + 1 : scale;  // one that is too large, or the largest
    if (growing) {                                                    // the largest m with m − 1/2 ≤ t
        while (high - low > 1) {
            const Integer middle = (low + high) / 2;
            (at_most_twice_t(2 * middle - 1) ? low : high) = middle;
        }
        return decimal(low - scale, places);
    }
    while (low < high) {  // the smallest m with m + 1/2 ≥ t
        const Integer middle = (low + high) / 2;
        if (below_twice_t(2 * middle + 1)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return decimal(low - scale, places);
}

}  // namespace

std::optional<Decimal> rounded_ratio(std::int64_t numerator, std::int64_t denominator, int places) {
    require_places(places);
    return rounded(numerator, denominator, places);
}

std::optional<Decimal> evaluate_formula(const Formula& formula, std::int64_t of, std::int64_t of_scale,
                                        std::int64_t over, std::int64_t over_scale) {
    require_places(formula.places);
    if (of_scale <= 0 || over_scale <= 0) throw std::invalid_argument("scales must be above 0");
    if (formula.years < 1 || formula.years > most_years) throw std::invalid_argument("years must be from 1 to 100");
    const Integer numerator = Integer(of) * over_scale;  // over the common denominator of_scale × over_scale
    const Integer denominator = Integer(over) * of_scale;
    switch (formula.kind) {
        case Formula::Kind::ratio:
        case Formula::Kind::share: return rounded(numerator, denominator, formula.places);
        case Formula::Kind::percentage: return rounded(100 * numerator, denominator, formula.places);
        case Formula::Kind::difference:
            return rounded(numerator - denominator, Integer(of_scale) * over_scale, formula.places);
        case Formula::Kind::growth:
            if (over <= 0) return std::nullopt;
            return rounded(100 * (numerator - denominator), denominator, formula.places);
        case Formula::Kind::compound_growth:
            if (of <= 0 || over <= 0) return std::nullopt;
            return compound(numerator, denominator, static_cast<unsigned>(formula.years), formula.places);
    }
    return std::nullopt;
}

}  // namespace quarterdeck::query
