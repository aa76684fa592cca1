#include "register/quarter.h"

#include <gtest/gtest.h>

namespace quarterdeck::returns {
namespace {

std::string quarter_of(Date day) {
    return Quarter::of(day).text();
}

TEST(Quarter, BeginsItsYearOnTheFirstOfApril) {
    EXPECT_EQ(quarter_of({2023, 3, 31}), "2022-23Q4");
    EXPECT_EQ(quarter_of({2023, 4, 1}), "2023-24Q1");
    EXPECT_EQ(quarter_of({2023, 6, 30}), "2023-24Q1");
    EXPECT_EQ(quarter_of({2023, 7, 1}), "2023-24Q2");
    EXPECT_EQ(quarter_of({2023, 9, 30}), "2023-24Q2");
    EXPECT_EQ(quarter_of({2023, 10, 1}), "2023-24Q3");
    EXPECT_EQ(quarter_of({2023, 12, 31}), "2023-24Q3");
    EXPECT_EQ(quarter_of({2024, 1, 1}), "2023-24Q4");
}

TEST(Quarter, CrossesACentury) {
    EXPECT_EQ(quarter_of({2000, 3, 31}), "1999-00Q4");
    EXPECT_EQ(Quarter::parse("1999-00Q4")->previous().text(), "1999-00Q3");
    EXPECT_EQ(Quarter::parse("2000-01Q1")->previous().text(), "1999-00Q4");
}

TEST(Quarter, FollowsThePreviousOne) {
    EXPECT_EQ(Quarter::parse("2023-24Q4")->previous().text(), "2023-24Q3");
    EXPECT_EQ(Quarter::parse("2023-24Q1")->previous().text(), "2022-23Q4");
    EXPECT_LT(*Quarter::parse("2022-23Q4"), *Quarter::parse("2023-24Q1"));
}

TEST(Quarter, EndsOnTheLastDayOfItsThirdMonth) {
    EXPECT_EQ(last_day_of("2023-24Q1"), (Date{2023, 6, 30}));
    EXPECT_EQ(last_day_of("2023-24Q2"), (Date{2023, 9, 30}));
    EXPECT_EQ(last_day_of("2023-24Q3"), (Date{2023, 12, 31}));
    EXPECT_EQ(last_day_of("2023-24Q4"), (Date{2024, 3, 31}));
    EXPECT_EQ(last_day_of("2023-24"), (Date{2024, 3, 31}));
    EXPECT_EQ(last_day_of(""), std::nullopt);
    EXPECT_EQ(last_day_of("spring"), std::nullopt);
}

TEST(Quarter, ReadsNothingElse) {
    EXPECT_EQ(Quarter::parse("2023-24Q4")->year(), "2023-24");
    EXPECT_EQ(Quarter::parse("2023-24Q4")->number(), 4);
    for (const char* text : {"", "2023-24", "2023-24Q0", "2023-24Q5", "2023-25Q1", "2023-23Q1", "2023-24q1",
                             "2023/24Q1", " 023-24Q1", "-023-24Q1", "2023-24Q11", "2O23-24Q1"})
        EXPECT_FALSE(Quarter::parse(text)) << text;
}

}  // namespace
}  // namespace quarterdeck::returns
