#include "report/nearest.h"

#include <gtest/gtest.h>

namespace quarterdeck::report {

TEST(Nearest, IsTheNameWithTheFewestChanges) {
    EXPECT_EQ(nearest("diagnostic_radiolgy", {"radiotherapy", "diagnostic_radiology", "workforce"}),
              "diagnostic_radiology");
    EXPECT_EQ(nearest("ab", {"abc", "abd"}), "abc") << "the first of several";
}

TEST(Nearest, IsNothingWhenMoreThanHalfWouldChange) {
    EXPECT_EQ(nearest("ab", {"xyab", "wholly different"}), "");
    EXPECT_EQ(nearest("anything", {}), "");
    EXPECT_EQ(nearest(std::string(100'000, 'x'), {"x"}), "") << "long names aren't compared";
}

TEST(Nearest, EndsASentence) {
    EXPECT_EQ(nearest_hint("fti", {"fte"}), "; did you mean \"fte\"?");
    EXPECT_EQ(nearest_hint("headcount", {"fte"}), ".");
}

}  // namespace quarterdeck::report
