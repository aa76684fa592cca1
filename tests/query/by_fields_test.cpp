#include <gtest/gtest.h>

#include "quarterdeck/query.h"
#include "query/evaluate.h"
#include "refusal.h"
#include "staff.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

Query by(std::vector<Field> fields, Totals totals) {
    Query query;
    query.id = "by fields";
    query.by = std::move(fields);
    query.totals = totals;
    query.measures = {{"headcount", {}, Count::headcount}, {"fte", {}, Count::fte}};
    return query;
}

/// Rows as "label|label headcount fte", with "all" where a label is empty and `*` after a total.
std::vector<std::string> lines(const query::Answer& answer) {
    std::vector<std::string> lines;
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        std::string line;
        for (const auto& label : answer.rows[row].labels) line += label.en + '|';
        line.pop_back();
        if (answer.rows[row].total) line += '*';
        for (const std::int64_t value : values(answer, row)) line += " " + std::to_string(value);
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(QueryByFields, FindsTheCombinationsThatOccurInOrderOfTheirValues) {
    EXPECT_EQ(lines(ask(by({Field::organisation, Field::gender}, Totals::none))),
              (Lines{"7A1|Female 4 310000", "7A1|Male 2 150000", "7A3|Male 1 100000", "7A3|Unknown 1 100000",
                     "7A4|Female 3 280000", "7A4|Male 2 150000"}));
}

TEST(GrandTotal, CountsEverybodyOnce) {
    EXPECT_EQ(lines(ask(by({Field::organisation}, Totals::grand))),
              (Lines{"7A1 6 460000", "7A3 2 200000", "7A4 5 430000", "* 12 1090000"}));
}

TEST(Rollup, HasATotalForEachPrefixOfTheFields) {
    EXPECT_EQ(lines(ask(by({Field::organisation, Field::gender}, Totals::rollup))),
              (Lines{"7A1|Female 4 310000", "7A1|Male 2 150000", "7A1|* 6 460000", "7A3|Male 1 100000",
                     "7A3|Unknown 1 100000", "7A3|* 2 200000", "7A4|Female 3 280000", "7A4|Male 2 150000",
                     "7A4|* 5 430000", "|* 12 1090000"}));
}

TEST(Cube, HasATotalForEachSubsetOfTheFields) {
    EXPECT_EQ(lines(ask(by({Field::organisation, Field::gender}, Totals::cube))),
              (Lines{"7A1|Female 4 310000", "7A1|Male 2 150000", "7A1|* 6 460000", "7A3|Male 1 100000",
                     "7A3|Unknown 1 100000", "7A3|* 2 200000", "7A4|Female 3 280000", "7A4|Male 2 150000",
                     "7A4|* 5 430000", "|Female* 7 590000", "|Male* 4 400000", "|Unknown* 1 100000", "|* 12 1090000"}));
}

TEST(QueryByFields, KeepsToItsPopulationAndMeasures) {
    Query query = by({Field::band_group}, Totals::grand);
    query.population.rule = blood_scientists();
    query.measures[1] = {"women", {}, Count::headcount, is(Field::gender, {"Female"})};
    EXPECT_EQ(lines(ask(query)), (Lines{"Band 5-6 4 2", "Band 7/8a/8b 2 2", "Band 8c/8d/9 1 0", "* 6 3"}));
}

TEST(QueryByFields, FindsGroupsOfEachSnapshotThatItsMeasuresNeed) {
    Query query = by({Field::organisation}, Totals::grand);
    query.population.rule = blood_scientists();
    query.measures = {{"now", {}, Count::headcount}, {"before", {}, Count::headcount, everyone(), 12}};
    EXPECT_EQ(lines(ask(query)), (Lines{"7A2 0 1", "7A3 1 0", "7A4 5 2", "* 6 3"}));
}

TEST(QueryByFields, NamesLabelsByFieldAndRowsByTheirValues) {
    const auto answer = ask(by({Field::staff_group, Field::gender}, Totals::rollup));
    ASSERT_EQ(answer.labels.size(), 2U);
    EXPECT_EQ(answer.labels[0], (Label{"staff_group", {"staff_group", "staff_group"}}));
    EXPECT_EQ(answer.labels[1].id, "gender");
    EXPECT_EQ(answer.rows.front().id, "staff_group=Additional Clinical Services,gender=Female");
    EXPECT_EQ(answer.rows.front().labels[1], (Text{"Female", "Female"}));
    EXPECT_EQ(answer.rows.front().where,
              is(Field::staff_group, {"Additional Clinical Services"}) && is(Field::gender, {"Female"}));
    EXPECT_EQ(answer.rows.back().id, "all");
    EXPECT_EQ(answer.rows.back().where, everyone());
    EXPECT_TRUE(answer.rows.back().total);
}

TEST(QueryByFields, TellsAnEmptyValueFromAllValues) {
    Post without_code{1, 100'000, {}};
    Post with_code{2, 100'000, {}};
    with_code.value(Field::occupation_code) = "a,b";
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, {without_code, with_code}));
    const auto answer = query::evaluate({by({Field::occupation_code}, Totals::grand)}, input, as_at).front();
    EXPECT_EQ(lines(answer), (Lines{" 1 100000", "a,b 1 100000", "* 2 200000"}));
    EXPECT_EQ(answer.rows[0].id, "occupation_code=");
    EXPECT_EQ(answer.rows[1].id, "occupation_code=a\\,b");
    EXPECT_EQ(answer.rows[2].id, "all");
}

TEST(QueryByFields, HasNoRowsWhereThereAreNoRecords) {
    Query query = by({Field::organisation}, Totals::grand);
    query.population.rule = is(Field::organisation, {"7A7"});
    EXPECT_EQ(ask(query).rows.size(), 0U);
}

TEST(QueryByFields, IsRefusedWhenItWouldFindTooManyRows) {
    std::vector<Post> posts;
    for (int person = 0; person < 400; ++person) {
        Post post{person, 100'000, {}};
        post.value(Field::job_role) = std::to_string(person % 20);
        for (const auto field : {Field::organisation, Field::host_organisation, Field::staff_group,
                                 Field::occupation_code, Field::area_of_work, Field::pay_band, Field::contract_type})
            post.value(field) = std::to_string(person);
        posts.push_back(post);
    }
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, posts));
    const Query query = by({Field::organisation, Field::host_organisation, Field::staff_group, Field::occupation_code,
                            Field::job_role, Field::area_of_work, Field::pay_band, Field::contract_type},
                           Totals::cube);
    EXPECT_THROW(query::evaluate({query}, input, as_at), Refusal)
        << "254 levels with 400 rows each, one with 20, one with 1";
}

}  // namespace
}  // namespace quarterdeck::testing
