#include "query/exact.h"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <random>

namespace quarterdeck::query {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

std::string text(const std::optional<Decimal>& decimal) {
    return decimal ? plain_text(*decimal) : "nothing";
}

Formula formula(Formula::Kind kind, int places, int years = 1) {
    return {.id = "f", .title = {}, .kind = kind, .of = "a", .over = "b", .places = places, .years = years};
}

std::string people(Formula::Kind kind, std::int64_t of, std::int64_t over, int places, int years = 1) {
    return text(evaluate_formula(formula(kind, places, years), of, 1, over, 1));
}

TEST(RoundedRatio, RoundsHalfAwayFromZero) {
    EXPECT_EQ(text(rounded_ratio(1, 2, 0)), "1");
    EXPECT_EQ(text(rounded_ratio(-1, 2, 0)), "-1");
    EXPECT_EQ(text(rounded_ratio(1, -2, 0)), "-1");
    EXPECT_EQ(text(rounded_ratio(5, 2, 0)), "3");
    EXPECT_EQ(text(rounded_ratio(1, 8, 2)), "0.13");
    EXPECT_EQ(text(rounded_ratio(-1, 8, 2)), "-0.13");
    EXPECT_EQ(text(rounded_ratio(49, 100, 0)), "0");
    EXPECT_EQ(text(rounded_ratio(-49, 100, 0)), "0");
    EXPECT_EQ(text(rounded_ratio(2, 3, 4)), "0.6667");
    EXPECT_EQ(text(rounded_ratio(1'005, 1'000, 2)), "1.01") << "which binary fractions get wrong";
    EXPECT_EQ(text(rounded_ratio(0, -7, 2)), "0.00");
}

TEST(RoundedRatio, IsNothingOverZero) {
    EXPECT_EQ(text(rounded_ratio(1, 0, 2)), "nothing");
    EXPECT_EQ(text(rounded_ratio(0, 0, 0)), "nothing");
}

TEST(RoundedRatio, HoldsAtTheEndsOfTheNumbers) {
    EXPECT_EQ(text(rounded_ratio(largest, largest, 9)), "1.000000000");
    EXPECT_EQ(text(rounded_ratio(smallest, smallest, 9)), "1.000000000");
    EXPECT_EQ(text(rounded_ratio(smallest, largest, 9)), "-1.000000000");
    EXPECT_EQ(text(rounded_ratio(largest, 2, 0)), "4611686018427387904");
    EXPECT_EQ(text(rounded_ratio(smallest, 1, 0)), "-9223372036854775808");
    EXPECT_EQ(text(rounded_ratio(smallest, -1, 0)), "nothing") << "one more than the largest";
    EXPECT_EQ(text(rounded_ratio(largest, 1, 9)), "nothing");
}

TEST(RoundedRatio, RefusesPlacesOutOfRange) {
    EXPECT_THROW(rounded_ratio(1, 2, -1), std::invalid_argument);
    EXPECT_THROW(rounded_ratio(1, 2, 10), std::invalid_argument);
}

TEST(RoundedRatio, IsTheNearestDecimalAndTheFartherFromZeroOfTwo) {
    std::mt19937_64 random(20230331);
    for (int i = 0; i < 2'000; ++i) {
        const int bits = 1 + static_cast<int>(random() % 50);
        const auto numerator = static_cast<std::int64_t>(random() >> (63 - bits)) - (std::int64_t{1} << bits);
        const auto denominator = 1 + static_cast<std::int64_t>(random() % 40) * (random() % 2 == 0 ? 1 : -25);
        const int places = static_cast<int>(random() % 4);
        const auto result = rounded_ratio(numerator, denominator == 0 ? 1 : denominator, places);
        ASSERT_TRUE(result);
        const cpp_rational exact = cpp_rational(numerator) / (denominator == 0 ? 1 : denominator) *
                                   cpp_rational(pow(cpp_int(10), static_cast<unsigned>(places)));
        const cpp_rational off = abs(exact) - abs(cpp_rational(result->units));
        EXPECT_GE(off, cpp_rational(-1, 2)) << numerator << " / " << denominator;
        EXPECT_LT(off, cpp_rational(1, 2)) << numerator << " / " << denominator;
        EXPECT_GE(exact * result->units, 0) << numerator << " / " << denominator;
        EXPECT_EQ(result->places, places);
    }
}

TEST(Ratio, TakesItsColumnsInTheirOwnUnits) {
    const auto fte_per_head = formula(Formula::Kind::ratio, 2);
    EXPECT_EQ(text(evaluate_formula(fte_per_head, 1'090'000, 100'000, 12, 1)), "0.91") << "10.9 / 12 = 0.908…";
    EXPECT_EQ(text(evaluate_formula(fte_per_head, 12, 1, 1'090'000, 100'000)), "1.10") << "12 / 10.9 = 1.1009…";
    EXPECT_EQ(text(evaluate_formula(fte_per_head, largest, 100'000, largest, 1)), "0.00");
}

TEST(Percentage, IsAHundredTimesTheRatio) {
    EXPECT_EQ(people(Formula::Kind::percentage, 1, 8, 0), "13") << "12.5";
    EXPECT_EQ(people(Formula::Kind::percentage, 1, 8, 1), "12.5");
    EXPECT_EQ(people(Formula::Kind::percentage, 0, 8, 1), "0.0");
    EXPECT_EQ(people(Formula::Kind::percentage, 3, 0, 1), "nothing");
}

TEST(Share, IsAPartOfOne) {
    EXPECT_EQ(people(Formula::Kind::share, 1, 3, 3), "0.333");
    EXPECT_EQ(people(Formula::Kind::share, 0, 0, 3), "nothing");
}

TEST(Difference, MayBeNegativeAndNeverDivides) {
    EXPECT_EQ(people(Formula::Kind::difference, 3, 5, 0), "-2");
    EXPECT_EQ(people(Formula::Kind::difference, 3, 0, 1), "3.0");
    const auto vacancy = formula(Formula::Kind::difference, 2);
    EXPECT_EQ(text(evaluate_formula(vacancy, 1'000'500, 100'000, 10, 1)), "0.01") << "10.005 − 10";
    EXPECT_EQ(text(evaluate_formula(vacancy, 10, 1, 1'000'500, 100'000)), "-0.01") << "10 − 10.005";
}

TEST(Growth, IsRelativeToWhereItStarts) {
    EXPECT_EQ(people(Formula::Kind::growth, 110, 100, 1), "10.0");
    EXPECT_EQ(people(Formula::Kind::growth, 85, 100, 1), "-15.0");
    EXPECT_EQ(people(Formula::Kind::growth, 0, 100, 0), "-100");
    EXPECT_EQ(people(Formula::Kind::growth, 2'001, 2'000, 1), "0.1") << "0.05";
    EXPECT_EQ(people(Formula::Kind::growth, 1'999, 2'000, 1), "-0.1") << "−0.05";
}

TEST(Growth, IsNothingFromNothingOrLess) {
    EXPECT_EQ(people(Formula::Kind::growth, 5, 0, 1), "nothing");
    EXPECT_EQ(people(Formula::Kind::growth, 5, -4, 1), "nothing");
}

TEST(CompoundGrowth, IsTheRateAYear) {
    constexpr auto compound = Formula::Kind::compound_growth;
    EXPECT_EQ(people(compound, 121, 100, 0, 2), "10");
    EXPECT_EQ(people(compound, 121, 100, 9, 2), "10.000000000");
    EXPECT_EQ(people(compound, 81, 100, 3, 2), "-10.000");
    EXPECT_EQ(people(compound, 100, 100, 2, 7), "0.00");
    EXPECT_EQ(people(compound, 8, 1, 1, 3), "100.0");
    EXPECT_EQ(people(compound, 1, 8, 1, 3), "-50.0");
    EXPECT_EQ(people(compound, 2, 1, 2, 10), "7.18") << "the tenth root of two is 1.07177…";
    EXPECT_EQ(people(compound, 1, 2, 2, 10), "-6.70") << "0.93303…";
    EXPECT_EQ(people(compound, 105, 100, 1, 1), "5.0") << "over one year it is plain growth";
    EXPECT_EQ(people(compound, 1, 1'000'000'000, 0, 1), "-100");
    const auto mixed = formula(compound, 0, 2);
    EXPECT_EQ(text(evaluate_formula(mixed, 12'100'000, 100'000, 100, 1)), "10");
}

TEST(CompoundGrowth, DecidesExactTiesAwayFromZero) {
    constexpr auto compound = Formula::Kind::compound_growth;
    EXPECT_EQ(people(compound, 1'221'025, 1'000'000, 0, 2), "11") << "1.105² : 10.5 %";
    EXPECT_EQ(people(compound, 1'221'024, 1'000'000, 0, 2), "10");
    EXPECT_EQ(people(compound, 801'025, 1'000'000, 0, 2), "-11") << "0.895² : −10.5 %";
    EXPECT_EQ(people(compound, 801'026, 1'000'000, 0, 2), "-10");
    EXPECT_EQ(people(compound, 1'015'075'125, 1'000'000'000, 0, 3), "1") << "1.005³ : 0.5 %";
    EXPECT_EQ(people(compound, 1'015'075'124, 1'000'000'000, 0, 3), "0");
    EXPECT_EQ(people(compound, 985'074'875, 1'000'000'000, 0, 3), "-1") << "0.995³ : −0.5 %";
    EXPECT_EQ(people(compound, 985'074'876, 1'000'000'000, 0, 3), "0");
    EXPECT_EQ(people(compound, 10'005, 10'000, 1, 1), "0.1") << "0.05 %";
}

TEST(CompoundGrowth, IsNothingFromOrToNothing) {
    constexpr auto compound = Formula::Kind::compound_growth;
    EXPECT_EQ(people(compound, 0, 5, 1, 2), "nothing");
    EXPECT_EQ(people(compound, 5, 0, 1, 2), "nothing");
    EXPECT_EQ(people(compound, -4, -1, 1, 2), "nothing");
}

TEST(CompoundGrowth, AgreesWithRootsTakenToAHundredDigits) {
    using Float = boost::multiprecision::cpp_bin_float_100;
    std::mt19937_64 random(4712);
    for (int i = 0; i < 500; ++i) {
        const auto of = static_cast<std::int64_t>(1 + random() % 20'000);
        const auto over = static_cast<std::int64_t>(1 + random() % 20'000);
        const int years = 2 + static_cast<int>(random() % 12);
        const int places = static_cast<int>(random() % 10);
        const Float rate = 100 * (pow(Float(of) / over, Float(1) / years) - 1) * pow(Float(10), places);
        const Float nearest = rate < 0 ? Float(-floor(-rate + Float(0.5))) : Float(floor(rate + Float(0.5)));
        const auto result = evaluate_formula(formula(Formula::Kind::compound_growth, places, years), of, 1, over, 1);
        ASSERT_TRUE(result);
        EXPECT_EQ(Float(result->units), nearest) << of << " / " << over << ", " << years << " years";
    }
}

TEST(CompoundGrowth, HoldsAtTheEndsOfTheNumbers) {
    constexpr auto compound = Formula::Kind::compound_growth;
    EXPECT_EQ(people(compound, largest, 1, 9, 1), "nothing");
    EXPECT_EQ(people(compound, largest, 1, 0, 100), "55") << "2^(63/100) = 1.5476…";
    EXPECT_EQ(people(compound, 1, largest, 0, 100), "-35") << "2^(−63/100) = 0.6461…";
}

TEST(Formula, RefusesWhatItCannotWorkWith) {
    EXPECT_THROW(people(Formula::Kind::ratio, 1, 2, 10), std::invalid_argument);
    EXPECT_THROW(people(Formula::Kind::compound_growth, 1, 2, 1, 0), std::invalid_argument);
    EXPECT_THROW(people(Formula::Kind::compound_growth, 1, 2, 1, 101), std::invalid_argument);
    EXPECT_THROW(evaluate_formula(formula(Formula::Kind::ratio, 1), 1, 0, 1, 1), std::invalid_argument);
}

}  // namespace
}  // namespace quarterdeck::query
