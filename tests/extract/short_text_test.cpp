#include "snapshot/short_text.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace quarterdeck::snapshot {
namespace {

TEST(ShortText, HasANumberThatNoOtherTextHas) {
    std::set<std::string> texts{"",   "0",  "00",       "10000000", "110000000",
                                "A1", "1A", "12345678", "1234567",  "SYN00000001"};
    std::mt19937 random(7);
    const std::string characters = "0123456789AaZz -.\x01\x7F\xC5\xB5";
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (std::size_t size = random() % 8; text.size() < size;) text += characters[random() % characters.size()];
        texts.insert(text);
        const std::string digits = std::to_string(10'000'000 + random() % 90'000'000);
        texts.insert(text.substr(0, random() % 4) + digits);
    }
    std::set<std::uint64_t> numbers;
    for (const std::string& text : texts) {
        const auto number = number_of_short_text(text);
        ASSERT_TRUE(number) << text;
        numbers.insert(*number);
    }
    EXPECT_EQ(numbers.size(), texts.size());
}

TEST(ShortText, IsNoLongTextAndHoldsNoNul) {
    EXPECT_FALSE(number_of_short_text("1234567A"));
    EXPECT_FALSE(number_of_short_text("AB1234567A"));
    EXPECT_FALSE(number_of_short_text("ABCD12345678"));
    EXPECT_FALSE(number_of_short_text(std::string_view("\0", 1)));
    EXPECT_FALSE(number_of_short_text(std::string_view("A\00012345678", 10)));
}

}  // namespace
}  // namespace quarterdeck::snapshot
