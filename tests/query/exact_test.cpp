#include "query/exact.h"

#include <gtest/gtest.h>

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace quarterdeck::query {
namespace {

// Without expression templates, whose temporaries the static analyser takes for dangling ones.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

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
    const std::array<int, 4> powers{1, 10, 100, 1'000};
    for (int i = 0; i < 2'000; ++i) {
        const int bits = 1 + static_cast<int>(random() % 50);
        const auto numerator = static_cast<std::int64_t>(random() >> (63 - bits)) - (std::int64_t{1} << bits);
        const auto denominator = static_cast<std::int64_t>(1 + random() % 40) * (random() % 2 == 0 ? 1 : -25);
        const std::size_t places = random() % powers.size();
        const auto result = rounded_ratio(numerator, denominator, static_cast<int>(places));
        ASSERT_TRUE(result);
        const Integer unit = abs(Integer(2 * denominator));  // one in the last place, scaled so that all is whole
        const Integer off = abs(Integer(numerator) * powers.at(places) * 2) - abs(Integer(result->units)) * unit;
        EXPECT_GE(2 * off, -unit) << numerator << " / " << denominator;
        EXPECT_LT(2 * off, unit) << numerator << " / " << denominator;
        EXPECT_TRUE(result->units == 0 || (result->units < 0) == ((numerator < 0) != (denominator < 0)))
            << numerator << " / " << denominator;
        EXPECT_EQ(static_cast<std::size_t>(result->places), places);
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

struct Root {
    std::int64_t of;
    std::int64_t over;
    int years;
    int places;
    const char* expected;
};

/// Worked out with Python's decimal module to 120 digits, rounded there by ROUND_HALF_UP (half away from zero).
const std::vector<Root> roots{
    {1363, 71, 7, 9, "52.517488052"},
    {260, 903, 12, 7, "-9.8552442"},
    {10345, 3915, 7, 0, "15"},
    {1331, 243, 3, 0, "76"},
    {17748, 8700, 2, 7, "42.8285686"},
    {1705, 1625, 9, 9, "0.535398104"},
    {3488, 332, 11, 2, "23.84"},
    {18089, 7871, 11, 7, "7.8581954"},
    {17842, 4113, 2, 9, "108.277527172"},
    {7470, 16288, 11, 6, "-6.841393"},
    {1187, 782, 10, 0, "4"},
    {11053, 6894, 10, 5, "4.83369"},
    {42, 25, 12, 8, "4.41809687"},
    {188, 433, 9, 8, "-8.85326718"},
    {15, 45, 9, 5, "-11.49118"},
    {649, 770, 13, 9, "-1.306450852"},
    {1017, 971, 12, 5, "0.38646"},
    {9, 47, 10, 2, "-15.24"},
    {1755, 352, 2, 3, "123.289"},
    {3, 16, 7, 6, "-21.269495"},
    {11670, 10666, 10, 3, "0.904"},
    {29, 7, 2, 4, "103.5401"},
    {1713, 1230, 10, 0, "3"},
    {17852, 19932, 4, 7, "-2.7176619"},
    {28, 5, 8, 5, "24.02907"},
    {50, 47, 7, 7, "0.8878526"},
    {1175, 18033, 5, 1, "-42.1"},
    {19, 43, 12, 2, "-6.58"},
    {2032, 18528, 5, 9, "-35.728411723"},
    {607, 1172, 9, 5, "-7.04961"},
    {11, 31, 8, 3, "-12.148"},
    {12054, 2255, 4, 7, "52.0534086"},
    {43, 45, 3, 2, "-1.50"},
    {10, 36, 2, 2, "-47.30"},
    {246, 222, 10, 2, "1.03"},
    {1465, 935, 10, 3, "4.593"},
    {1172, 648, 12, 5, "5.06209"},
    {1613, 203, 2, 2, "181.88"},
    {9, 15, 12, 3, "-4.168"},
    {297, 1108, 8, 4, "-15.1744"},
    {826, 848, 2, 2, "-1.31"},
    {9, 43, 3, 3, "-40.627"},
    {30, 48, 13, 9, "-3.550837056"},
    {16950, 8828, 10, 0, "7"},
    {30, 25, 5, 9, "3.713728934"},
    {47, 6, 9, 7, "25.6977202"},
    {9699, 1684, 4, 3, "54.916"},
    {12959, 2096, 2, 7, "148.6509402"},
    {37, 23, 13, 7, "3.7248002"},
    {1388, 961, 12, 0, "3"},
    {514, 1792, 7, 7, "-16.3399975"},
    {14599, 1705, 9, 9, "26.946894319"},
    {3, 38, 4, 4, "-46.9929"},
    {1582, 16711, 13, 3, "-16.585"},
    {38, 10, 9, 2, "15.99"},
    {40, 22, 2, 9, "34.839972493"},
    {5892, 16222, 7, 5, "-13.47024"},
    {36, 19, 10, 3, "6.599"},
    {10750, 1476, 5, 4, "48.7526"},
    {1421, 1112, 2, 9, "13.043252689"},
};

TEST(CompoundGrowth, AgreesWithRootsTakenToManyDigits) {
    for (const auto& [of, over, years, places, expected] : roots)
        EXPECT_EQ(people(Formula::Kind::compound_growth, of, over, places, years), expected)
            << of << " / " << over << ", " << years << " years";
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
