#include "extract/numbered_texts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace quarterdeck::extract {
namespace {

TEST(NumberedTexts, AreNumberedAsTheyComeAndOnlyOnce) {
    NumberedTexts texts;
    EXPECT_EQ(texts.number("Band 6"), 0U);
    EXPECT_EQ(texts.number(""), 1U);
    EXPECT_EQ(texts.number("Band 6"), 0U);
    EXPECT_EQ(texts.number("Band 7"), 2U);
    EXPECT_EQ(texts.size(), 3U);
    EXPECT_EQ(texts[0], "Band 6");
    EXPECT_EQ(texts[1], "");
    EXPECT_EQ(texts[2], "Band 7");
}

TEST(NumberedTexts, AreFoundOnlyOnceTheyWereAdded) {
    NumberedTexts texts;
    EXPECT_FALSE(texts.find(""));
    texts.number("UAA");
    EXPECT_EQ(texts.find("UAA"), 0U);
    EXPECT_FALSE(texts.find("UA"));
    EXPECT_FALSE(texts.find(""));
}

TEST(NumberedTexts, KeepApartAsManyAsThereAre) {
    NumberedTexts texts;
    std::map<std::string, std::uint32_t> expected;
    std::mt19937 random(11);
    for (int i = 0; i < 300'000; ++i) {
        const std::string text = std::to_string(random() % 100'000) + std::string(random() % 3, '\0');
        const auto known = expected.try_emplace(text, static_cast<std::uint32_t>(expected.size())).first;
        ASSERT_EQ(texts.number(text), known->second);
    }
    ASSERT_EQ(texts.size(), expected.size());
    for (const auto& [text, number] : expected) {
        ASSERT_EQ(texts.find(text), number);
        ASSERT_EQ(texts[number], text);
    }
}

}  // namespace
}  // namespace quarterdeck::extract
