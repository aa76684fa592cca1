#include "validate/values.h"

#include <gtest/gtest.h>

#include "snapshot/age_bands.h"
#include "snapshot/bands.h"
#include "validate/message.h"
#include "validate/staff.h"

namespace quarterdeck::validate {
namespace {

TEST(Dates, AreReadInTwoForms) {
    EXPECT_EQ(read_date("2023-03-31"), (Date{2023, 3, 31}));
    EXPECT_EQ(read_date("31-MAR-2023"), (Date{2023, 3, 31}));
    EXPECT_EQ(read_date("29-feb-2024"), (Date{2024, 2, 29}));
    EXPECT_EQ(read_date("4712-12-31"), (Date{4712, 12, 31}));
}

TEST(Dates, ThatDoNotExistAreNone) {
    for (const char* text :
         {"2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "31/03/2023",
          "03/31/2023", "20230331", "2023-3-31", "2023-03-31 ", "-023-03-31", "31-MÄR-2023", "31-XYZ-2023", "", "soon"})
        EXPECT_EQ(read_date(text), std::nullopt) << text;
}

TEST(Decimals, AreReadExactly) {
    EXPECT_EQ(read_decimal("1")->value, 100'000);
    EXPECT_EQ(read_decimal("0.53333")->value, 53'333);
    EXPECT_EQ(read_decimal(".5")->value, 50'000);
    EXPECT_EQ(read_decimal("1.")->value, 100'000);
    EXPECT_EQ(read_decimal("-0.00001")->value, -1);
    EXPECT_EQ(read_decimal("+2")->value, 200'000);
    EXPECT_FALSE(read_decimal("0.53333")->rounded);
}

TEST(Decimals, WithMorePlacesAreRoundedHalfAwayFromZero) {
    EXPECT_EQ(read_decimal("0.533334")->value, 53'333);
    EXPECT_EQ(read_decimal("0.533335")->value, 53'334);
    EXPECT_EQ(read_decimal("-0.533335")->value, -53'334);
    EXPECT_EQ(read_decimal("0.9999949")->value, 99'999);
    EXPECT_EQ(read_decimal("0.999995")->value, 100'000);
    EXPECT_TRUE(read_decimal("0.533330")->rounded);
}

TEST(Decimals, AreNotOtherTexts) {
    for (const char* text :
         {"", ".", "-", "1.2O", "1,5", "1e3", "0x1", "nan", "inf", "1.2.3", " 1", "99999999999999999"})
        EXPECT_FALSE(read_decimal(text)) << text;
}

TEST(Messages, QuoteOnlyWhatLooksLikeAnFte) {
    for (const char* text : {"1.2O", "-0.5", "37.5", "0,8", "3"}) EXPECT_TRUE(looks_like_fte(text)) << text;
    for (const char* text : {"1965-03-02", "AB123456C", "20417733", "Smith", "O", "", "12/03/65", "1.2 O"})
        EXPECT_FALSE(looks_like_fte(text)) << text;
}

TEST(Messages, ShowTextFromFilesHarmlessly) {
    EXPECT_EQ(shown("a\tb\x1b[1m"), "a b [1m");
    EXPECT_EQ(shown(std::string(59, 'x') + "ŵy"), std::string(59, 'x') + "…");
}

TEST(Statuses, CountWhateverTheirCase) {
    EXPECT_TRUE(status_counts("Active Assignment"));
    EXPECT_TRUE(status_counts("ACTING UP"));
    EXPECT_TRUE(status_counts("internal secondment"));
    EXPECT_FALSE(status_counts("Career Break"));
    EXPECT_FALSE(status_counts(""));
}

TEST(Contracts, CountUnlessBankOrHonorary) {
    EXPECT_TRUE(contract_counts("Fixed Term Temp"));
    EXPECT_TRUE(contract_counts("Locum"));
    EXPECT_FALSE(contract_counts("Bank"));
    EXPECT_TRUE(bank_or_honorary("honorary"));
    EXPECT_FALSE(bank_or_honorary("Permanent"));
}

TEST(Ages, FallIntoThePublishedBands) {
    using snapshot::age_band;
    EXPECT_EQ(age_band(25), "25 and under");
    EXPECT_EQ(age_band(26), "26-35");
    EXPECT_EQ(age_band(35), "26-35");
    EXPECT_EQ(age_band(36), "36-45");
    EXPECT_EQ(age_band(45), "36-45");
    EXPECT_EQ(age_band(46), "46-55");
    EXPECT_EQ(age_band(55), "46-55");
    EXPECT_EQ(age_band(56), "56 and over");
    EXPECT_EQ(age_band(-1), "Unknown");
}

TEST(Ages, AreBelievedFromFifteenToAHundred) {
    const auto band_of = [](std::int32_t birth) {
        return snapshot::age_bands[snapshot::age_at(birth, {2023, 3, 31}).band];
    };
    EXPECT_EQ(band_of(2008'03'31), "25 and under");
    EXPECT_EQ(band_of(2008'04'01), "Unknown");
    EXPECT_EQ(band_of(1922'04'01), "56 and over");
    EXPECT_EQ(band_of(1922'03'31), "Unknown");
}

TEST(BandGroups, AreThePublishedOnes) {
    using snapshot::band_group;
    EXPECT_EQ(band_group("Band 4"), "Band 2-4");
    EXPECT_EQ(band_group("Band 7"), "Band 7/8a/8b");
    EXPECT_EQ(band_group("Band 8c"), "Band 8c/8d/9");
    EXPECT_EQ(band_group("Foundation Doctor"), "Other");
    EXPECT_EQ(band_group("Band 1"), "Unknown");
    EXPECT_EQ(band_group(""), "Unknown");
}

}  // namespace
}  // namespace quarterdeck::validate
