#include "query/absent.h"

#include <gtest/gtest.h>

namespace quarterdeck::testing {
namespace {

/// Who is here now, who was a year and a month earlier, and who joined since.
Query looking_back() {
    return {.id = "looking_back",
            .rows = {{.id = "all"}},
            .measures = {{.id = "now"},
                         {.id = "a_year_ago", .months_before = 12},
                         {.id = "a_month_ago", .months_before = 1},
                         {.id = "joined", .months_before = 12, .movement = Movement::joined}}};
}

const query::Absent a_year_ago{{2023, 3, 31}, {{2022, 3, 31}}};

}  // namespace

TEST(AnAbsentDate, ConcernsWhatLooksBackToItAndNothingElse) {
    const Query query = looking_back();
    EXPECT_FALSE(a_year_ago.concerns(query, query.measures[0]));
    EXPECT_TRUE(a_year_ago.concerns(query, query.measures[1]));
    EXPECT_FALSE(a_year_ago.concerns(query, query.measures[2]));
    EXPECT_TRUE(a_year_ago.concerns(query, query.measures[3]));
}

TEST(AnAbsentDate, IsNotAskedFor) {
    const std::vector<Query> asked = query::without({looking_back()}, a_year_ago);
    for (const Measure& measure : asked.front().measures) {
        EXPECT_NE(measure.months_before, 12) << measure.id;
        EXPECT_EQ(measure.movement, Movement::none) << measure.id;
    }
    EXPECT_EQ(asked.front().measures[2], looking_back().measures[2]);
}

TEST(AnAbsentDate, LeavesItsFiguresUnknownAndTheOthersAsTheyAre) {
    std::vector<query::Answer> answers(1);
    answers[0].measures = looking_back().measures;
    answers[0].cells = {{120, 120, true}, {0, 0, true}, {118, 118, true}, {0, 0, true}};
    query::mark_unknown({looking_back()}, a_year_ago, answers);
    EXPECT_TRUE(answers[0].cells[0].known);
    EXPECT_EQ(answers[0].cells[0].value, 120);
    EXPECT_FALSE(answers[0].cells[1].known);
    EXPECT_EQ(answers[0].cells[2].value, 118);
    EXPECT_FALSE(answers[0].cells[3].known);
}

}  // namespace quarterdeck::testing
