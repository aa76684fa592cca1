#include "query/membership.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "query/evaluate.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

Query by_organisation() {
    Query query;
    query.id = "organisations";
    query.by = {Field::organisation};
    query.totals = Totals::grand;
    query.measures = {{"headcount", {}, Count::headcount},
                      {"posts", {}, Count::role_count},
                      {"fte", {}, Count::fte},
                      {"female", {}, Count::headcount, is(Field::gender, {"Female"})}};
    return query;
}

Query blood() {
    Query query;
    query.id = "blood";
    query.rows = {{.id = "blood", .where = blood_scientists()}};
    query.measures = {{"headcount", {}, Count::headcount}, {"then", {}, Count::headcount, everyone(), 12}};
    return query;
}

struct Counted {
    query::Membership membership;
    std::vector<query::Answer> answers;

    Counted() : answers(query::evaluate({by_organisation(), blood()}, twelve_people(), as_at, membership)) {}
};

template <class Group>
bool holds(const Group& group, std::uint32_t selection) {
    return std::binary_search(group.selections.begin(), group.selections.end(), selection);
}

TEST(Membership, AccountsForEveryCell) {
    const Counted counted;
    for (std::size_t answer = 0; answer < counted.answers.size(); ++answer)
        for (std::size_t at = 0; at < counted.answers[answer].cells.size(); ++at) {
            const auto& asked = counted.answers[answer];
            const std::uint32_t selection = counted.membership.of_cell[answer][at];
            std::int64_t people = 0;
            std::int64_t posts = 0;
            std::int64_t fte = 0;
            for (const auto& group : counted.membership.people)
                if (holds(group, selection)) people += group.people;
            for (const auto& group : counted.membership.posts)
                if (holds(group, selection)) {
                    posts += group.posts;
                    fte += group.fte;
                }
            EXPECT_EQ(people, asked.cells[at].people);
            switch (asked.measures[at % asked.measures.size()].count) {
                case Count::headcount: EXPECT_EQ(people, asked.cells[at].value); break;
                case Count::role_count: EXPECT_EQ(posts, asked.cells[at].value); break;
                default: EXPECT_EQ(fte, asked.cells[at].value);
            }
        }
}

TEST(Membership, PutsSomebodyWithTwoPostsIntoBothSelections) {
    const Counted counted;
    const auto& cells = counted.membership.of_cell.front();
    const std::uint32_t at_7a1 = cells[0];
    const std::uint32_t at_7a4 = cells[8];
    std::int64_t both = 0;
    for (const auto& group : counted.membership.people)
        if (holds(group, at_7a1) && holds(group, at_7a4)) both += group.people;
    EXPECT_EQ(both, 1) << "person 5";
    for (const auto& group : counted.membership.posts) EXPECT_FALSE(holds(group, at_7a1) && holds(group, at_7a4));
}

TEST(Membership, GivesCellsOnTheSamePostsOneSelection) {
    const Counted counted;
    const auto& cells = counted.membership.of_cell.front();
    EXPECT_EQ(cells[0], cells[1]);
    EXPECT_EQ(cells[0], cells[2]);
    EXPECT_NE(cells[0], cells[3]);
    EXPECT_EQ(counted.membership.of_row.front()[3], cells[0]) << "women of 7A1 within 7A1";
}

TEST(Membership, KeepsDatesApart) {
    const Counted counted;
    const auto& cells = counted.membership.of_cell.back();
    EXPECT_NE(cells[0], cells[1]);
    for (const auto& group : counted.membership.people) EXPECT_FALSE(holds(group, cells[0]) && holds(group, cells[1]));
}

TEST(Membership, ChangesNoAnswer) {
    const Counted counted;
    const auto plain = query::evaluate({by_organisation(), blood()}, twelve_people(), as_at);
    for (std::size_t answer = 0; answer < plain.size(); ++answer)
        for (std::size_t at = 0; at < plain[answer].cells.size(); ++at)
            EXPECT_EQ(plain[answer].cells[at].value, counted.answers[answer].cells[at].value);
}

}  // namespace
}  // namespace quarterdeck::testing
