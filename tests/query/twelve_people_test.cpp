#include "twelve_people.h"

#include <gtest/gtest.h>

#include "query/evaluate.h"
#include "refusal.h"

namespace quarterdeck::testing {
namespace {

using Values = std::vector<std::int64_t>;

const std::vector<Measure> five_measures{
    {"headcount", {}, Count::headcount},
    {"fte", {}, Count::fte},
    {"male", {}, Count::headcount, is(Field::gender, {"Male"})},
    {"female", {}, Count::headcount, is(Field::gender, {"Female"})},
    {"over_55", {}, Count::headcount, is(Field::age_band, {"56 and over"})},
};

const Measure headcount{"headcount", {}, Count::headcount};

Row row(const std::string& id, Rule where) {
    return {id, {}, std::move(where)};
}

Row total(Rule where = everyone()) {
    return {"total", {}, std::move(where), true};
}

Query blood_table() {
    Query query;
    query.id = "blood";
    query.population.rule = blood_scientists();
    for (const auto* group : {"Band 2-4", "Band 5-6", "Band 7/8a/8b", "Band 8c/8d/9"})
        query.rows.push_back(row(group, is(Field::band_group, {group})));
    query.rows.push_back(total());
    query.measures = five_measures;
    return query;
}

Query listed(std::vector<Row> rows, std::vector<Measure> measures = {headcount}) {
    Query query;
    query.id = "listed";
    query.rows = std::move(rows);
    query.measures = std::move(measures);
    return query;
}

TEST(TwelvePeople, GiveTheTableOfBloodScientistsThatWasWorkedOutByHand) {
    const auto answer = ask(blood_table());
    EXPECT_EQ(values(answer, 0), (Values{0, 0, 0, 0, 0}));
    EXPECT_EQ(values(answer, 1), (Values{4, 310'000, 2, 2, 1})) << "1, 3, 4 and 5";
    EXPECT_EQ(values(answer, 2), (Values{2, 120'000, 0, 2, 0})) << "2 and 4";
    EXPECT_EQ(values(answer, 3), (Values{1, 100'000, 1, 0, 1})) << "12";
}

TEST(TwelvePeople, AreCountedAfreshInTheTotalRow) {
    EXPECT_EQ(values(ask(blood_table()), 4), (Values{6, 530'000, 3, 3, 2})) << "person 4 stands in two rows";
}

TEST(TwelvePeople, AreTwelveWithFourteenPostsAndTenPointNineFte) {
    const auto answer =
        ask(listed({row("all", everyone())},
                   {{"headcount", {}, Count::headcount}, {"posts", {}, Count::role_count}, {"fte", {}, Count::fte}}));
    EXPECT_EQ(values(answer, 0), (Values{12, 14, 1'090'000}));
}

TEST(EveryStaffCount, TellsHowManyPeopleItRestsOn) {
    const auto women = is(Field::gender, {"Female"});
    const auto answer =
        ask(listed({row("scientists", is(Field::staff_group, {"Healthcare Scientists"}))},
                   {{"posts", {}, Count::role_count, women}, {"fte", {}, Count::fte, women}, {"headcount", {}}}));
    EXPECT_EQ(values(answer, 0), (Values{4, 280'000, 7}));
    EXPECT_EQ(answer.cell(0, 0).people, 3);
    EXPECT_EQ(answer.cell(0, 1).people, 3);
    EXPECT_EQ(answer.cell(0, 2).people, 7);
    EXPECT_TRUE(answer.cell(0, 0).known);
}

TEST(Headcount, CountsAPersonOnceAcrossOrganisationsAndOnceInEach) {
    const auto answer = ask(
        listed({row("7A1", is(Field::organisation, {"7A1"})), row("7A4", is(Field::organisation, {"7A4"})), total()}));
    EXPECT_EQ(answer.cell(0, 0).value, 6) << "5 to 10";
    EXPECT_EQ(answer.cell(1, 0).value, 5) << "1 to 5";
    EXPECT_EQ(answer.cell(2, 0).value, 10);
}

TEST(Headcount, WantsOnePostThatFitsEveryConditionAtOnce) {
    const auto answer = ask(listed({row("both", is(Field::organisation, {"7A1"}) && is(Field::pay_band, {"Band 6"}))}));
    EXPECT_EQ(answer.cell(0, 0).value, 0) << "person 5 has a post in 7A1 and another in Band 6";
}

TEST(Rows, MayOverlap) {
    const auto answer = ask(
        listed({row("women", is(Field::gender, {"Female"})), row("medical", is(Field::job_role, {"Consultant"})),
                row("women or consultants", is(Field::gender, {"Female"}) || is(Field::job_role, {"Consultant"}))}));
    EXPECT_EQ(answer.cell(0, 0).value, 7);
    EXPECT_EQ(answer.cell(1, 0).value, 2);
    EXPECT_EQ(answer.cell(2, 0).value, 8);
}

TEST(TotalRow, IsNarrowedByItsOwnRuleAndTheMeasures) {
    const auto answer =
        ask(listed({row("7A1", is(Field::organisation, {"7A1"})), row("7A3", is(Field::organisation, {"7A3"})),
                    total(is(Field::staff_group, {"Healthcare Scientists"}))},
                   five_measures));
    EXPECT_EQ(values(answer, 2), (Values{3, 250'000, 2, 0, 2})) << "5 (0.5 there), 11 and 12";
}

TEST(TotalRow, LeavesOutOtherTotalRows) {
    Row scientists = total(is(Field::staff_group, {"Healthcare Scientists"}));
    scientists.id = "scientists";
    const auto answer = ask(listed({total(), scientists, row("7A3", is(Field::organisation, {"7A3"}))}));
    EXPECT_EQ(answer.cell(0, 0).value, 2);
    EXPECT_EQ(answer.cell(1, 0).value, 2);
}

TEST(RuleWithoutAlternatives, HoldsForNobody) {
    EXPECT_EQ(ask(listed({row("nobody", Rule{})})).cell(0, 0).value, 0);
}

TEST(Condition, MayNameValuesThatNoRecordHas) {
    const auto answer = ask(listed({row("is", is(Field::gender, {"female", "Femal", "Z"})),
                                    row("is not", is_not(Field::gender, {"Other", "Female"}))}));
    EXPECT_EQ(answer.cell(0, 0).value, 0);
    EXPECT_EQ(answer.cell(1, 0).value, 5);
}

TEST(MonthsBefore, CountsInTheEarlierSnapshot) {
    const auto answer = ask(listed({row("blood", blood_scientists()), row("7A2", is(Field::organisation, {"7A2"})),
                                    row("7A3", is(Field::organisation, {"7A3"})), total()},
                                   {{"now", {}, Count::headcount},
                                    {"before", {}, Count::headcount, everyone(), 12},
                                    {"fte_before", {}, Count::fte, everyone(), 12},
                                    {"men_before", {}, Count::headcount, is(Field::gender, {"Male"}), 12}}));
    EXPECT_EQ(values(answer, 0), (Values{6, 3, 260'000, 1}));
    EXPECT_EQ(values(answer, 1), (Values{0, 1, 100'000, 1}));
    EXPECT_EQ(values(answer, 2), (Values{2, 1, 100'000, 0}));
    EXPECT_EQ(values(answer, 3), (Values{7, 4, 360'000, 1}));
}

TEST(DatesNeeded, AreTheReportsDateAndWhatMeasuresReachBackToLatestFirst) {
    const auto looking_back = [](int months) {
        return listed({row("all", everyone())},
                      {{"now", {}, Count::headcount}, {"before", {}, Count::headcount, everyone(), months}});
    };
    EXPECT_EQ(query::dates_needed({looking_back(12), looking_back(1), looking_back(12)}, as_at),
              (std::vector<Date>{as_at, {2023, 2, 28}, a_year_before}));
    EXPECT_EQ(query::dates_needed({}, as_at), std::vector<Date>{as_at});
}

TEST(Evaluate, RefusesADateWithoutSnapshot) {
    const auto query = listed({row("all", everyone())}, {{"before", {}, Count::headcount, everyone(), 6}});
    try {
        ask(query);
        FAIL() << "no refusal";
    } catch (const Refusal& refusal) {
        EXPECT_NE(std::string(refusal.what()).find("2022-09-30"), std::string::npos) << refusal.what();
    }
}

TEST(Evaluate, AnswersQueriesTogetherAsItDoesAlone) {
    const std::vector<Query> queries{blood_table(), listed({row("women", is(Field::gender, {"Female"}))}),
                                     blood_table()};
    const auto answers = query::evaluate(queries, twelve_people(), as_at);
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[1].cell(0, 0).value, 7);
    for (const std::size_t answer : {0U, 2U})
        EXPECT_EQ(values(answers[answer], 4), (Values{6, 530'000, 3, 3, 2})) << "query " << answer;
}

TEST(Answer, CarriesTheQuerysLabelsRowsAndMeasures) {
    const auto query = blood_table();
    const auto answer = ask(query);
    EXPECT_EQ(answer.rows, query.rows);
    EXPECT_EQ(answer.measures, query.measures);
    EXPECT_EQ(answer.labels, query.labels);
    EXPECT_EQ(answer.source, Source::staff);
}

TEST(Snapshot, WithoutRowsGivesZeros) {
    snapshot::Input input;
    input.snapshots.emplace_back().date = as_at;
    const auto answer = query::evaluate({blood_table()}, input, as_at).front();
    for (std::size_t row = 0; row < answer.rows.size(); ++row) EXPECT_EQ(values(answer, row), (Values{0, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace quarterdeck::testing
