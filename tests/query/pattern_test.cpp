#include <gtest/gtest.h>

#include "query/condition.h"

namespace quarterdeck::query {
namespace {

TEST(Pattern, StandsForItselfWithoutWildcards) {
    EXPECT_TRUE(fits_pattern("U1A", "U1A"));
    EXPECT_FALSE(fits_pattern("U1A", "U1"));
    EXPECT_FALSE(fits_pattern("U1A", "U1AB"));
    EXPECT_FALSE(fits_pattern("U1A", "u1a"));
    EXPECT_FALSE(fits_pattern("U1A", " U1A"));
    EXPECT_TRUE(fits_pattern("", ""));
    EXPECT_FALSE(fits_pattern("", "U"));
    EXPECT_TRUE(fits_pattern("[ab]\\", "[ab]\\")) << "no other wildcards";
}

TEST(QuestionMark, StandsForOneCharacter) {
    EXPECT_TRUE(fits_pattern("U?A", "U1A"));
    EXPECT_TRUE(fits_pattern("U?A", "U?A"));
    EXPECT_FALSE(fits_pattern("U?A", "UA"));
    EXPECT_FALSE(fits_pattern("U?A", "U12A"));
    EXPECT_FALSE(fits_pattern("?", ""));
}

TEST(QuestionMark, StandsForOneCodePointOfUtf8) {
    EXPECT_TRUE(fits_pattern("T?", "T\u0177"));
    EXPECT_TRUE(fits_pattern("?", "\u20AC"));
    EXPECT_TRUE(fits_pattern("?", "\U0001F600"));
    EXPECT_FALSE(fits_pattern("??", "\u0177"));
    EXPECT_FALSE(fits_pattern("*??", "\u0177"));
    EXPECT_FALSE(fits_pattern("?*?", "\u20AC"));
    EXPECT_TRUE(fits_pattern("??", "\u0177\u0175"));
}

TEST(QuestionMark, StandsForAStrayByteToo) {
    EXPECT_TRUE(fits_pattern("a?b",
                             "a\x80"
                             "b"));
    EXPECT_TRUE(fits_pattern("a?b",
                             "a\xC5"
                             "b"))
        << "a character that is cut off ends where the next one starts";
    EXPECT_TRUE(fits_pattern("?", "\xF0"));
}

TEST(Star, StandsForAnyRun) {
    EXPECT_TRUE(fits_pattern("*", ""));
    EXPECT_TRUE(fits_pattern("*", "anything"));
    EXPECT_TRUE(fits_pattern("Band *", "Band 8a"));
    EXPECT_TRUE(fits_pattern("Band *", "Band "));
    EXPECT_FALSE(fits_pattern("Band *", "Band"));
    EXPECT_TRUE(fits_pattern("*Scientist", "Biomedical Scientist"));
    EXPECT_FALSE(fits_pattern("*Scientist", "Scientist Lead"));
    EXPECT_TRUE(fits_pattern("**", ""));
}

TEST(Star, GivesBackWhatALaterPartNeeds) {
    EXPECT_TRUE(fits_pattern("*ab", "aab"));
    EXPECT_TRUE(fits_pattern("a*b*c", "abbcbc"));
    EXPECT_TRUE(fits_pattern("*a?c*", "xxabaabcx"));
    EXPECT_FALSE(fits_pattern("*a?d*", "xxabaabcx"));
    EXPECT_TRUE(fits_pattern("a*a", "aa"));
    EXPECT_FALSE(fits_pattern("a*a", "a"));
}

TEST(Star, DoesNotTakeForEverOnManyStars) {
    EXPECT_FALSE(fits_pattern("*a*a*a*a*a*a*a*a*a*a*b", std::string(2'000, 'a')));
}

TEST(Condition, ComparesWholeValues) {
    EXPECT_TRUE(holds({Field::gender, Condition::Test::is, {"Male", "Female"}}, "Female"));
    EXPECT_FALSE(holds({Field::gender, Condition::Test::is, {"Male"}}, "Female"));
    EXPECT_FALSE(holds({Field::gender, Condition::Test::is, {}}, "Female"));
    EXPECT_FALSE(holds({Field::gender, Condition::Test::is_not, {"Male", "Female"}}, "Female"));
    EXPECT_TRUE(holds({Field::gender, Condition::Test::is_not, {}}, "Female"));
    EXPECT_TRUE(holds({Field::occupation_code, Condition::Test::matches, {"S*", "U?A"}}, "U2A"));
}

TEST(Key, TellsDifferentConditionsAndRulesApart) {
    const Condition is_ab{Field::gender, Condition::Test::is, {"a", "b"}};
    for (const Condition& other :
         {Condition{Field::gender, Condition::Test::is, {"ab"}}, Condition{Field::gender, Condition::Test::is, {"a,b"}},
          Condition{Field::gender, Condition::Test::is, {"a1:b"}}, Condition{Field::gender, Condition::Test::is, {}},
          Condition{Field::gender, Condition::Test::is_not, {"a", "b"}},
          Condition{Field::age_band, Condition::Test::is, {"a", "b"}}})
        EXPECT_NE(key_of(is_ab), key_of(other));
    const Rule a = is(Field::gender, {"a"});
    const Rule b = is(Field::gender, {"b"});
    EXPECT_NE(key_of(a && b), key_of(a || b));
    EXPECT_NE(key_of(everyone()), key_of(Rule{}));
}

}  // namespace
}  // namespace quarterdeck::query
