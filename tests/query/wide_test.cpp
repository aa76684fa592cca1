#include <gtest/gtest.h>

#include "query/tuning.h"
#include "staff.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

constexpr int people = 150;

/// Everybody has a value of their own in each of the twelve stored fields, which makes 150^12 combinations possible:
/// more than 64 bits can number. The last person holds a second post like the first person's.
std::vector<Post> wide_posts() {
    std::vector<Post> posts;
    for (int person = 0; person < people; ++person) {
        Post post{person, 1'000 + person, {}};
        for (auto& value : post.values) value = std::to_string(1000 + person);
        posts.push_back(post);
    }
    posts.push_back(posts.front());
    posts.back().person = people - 1;
    return posts;
}

Query by_every_field() {
    Query query;
    query.id = "wide";
    query.totals = Totals::grand;
    query.measures = {{"headcount", {}, Count::headcount}, {"fte", {}, Count::fte}};
    for (std::size_t field = 0; field < snapshot::staff_fields; ++field)
        if (static_cast<Field>(field) != Field::band_group) query.by.push_back(static_cast<Field>(field));
    return query;
}

TEST(Combinations, AreCountedWhereTheirNumberPasses64Bits) {
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, wide_posts()));
    for (const unsigned threads : {1U, 4U}) {
        const auto answer =
            query::evaluate({by_every_field()}, input, as_at, {.threads = threads, .rows_per_thread = 1}).front();
        ASSERT_EQ(answer.rows.size(), std::size_t{people} + 1);
        EXPECT_EQ(values(answer, 0), (std::vector<std::int64_t>{2, 2'000})) << "persons 0 and 149";
        EXPECT_EQ(values(answer, 77), (std::vector<std::int64_t>{1, 1'077}));
        EXPECT_EQ(values(answer, people), (std::vector<std::int64_t>{people, 162'175}))
            << "150 × 1,000 + (0 + … + 149) + 1,000";
    }
}

TEST(Combinations, AreCountedWhereThereAreMoreThanATablesFirstSize) {
    std::vector<Post> posts;
    for (int person = 0; person < 5'000; ++person) {
        Post post{person, 1, {}};
        post.value(Field::job_role) = std::to_string(person / 2);
        posts.push_back(post);
    }
    Query query;
    query.id = "many";
    query.by = {Field::job_role};
    query.measures = {{"headcount", {}, Count::headcount}};
    snapshot::Input input;
    input.snapshots.push_back(snapshot_of(as_at, posts));
    const auto answer = query::evaluate({query}, input, as_at, {.direct_limit = 0}).front();
    ASSERT_EQ(answer.rows.size(), 2'500U);
    for (std::size_t row = 0; row < answer.rows.size(); ++row) EXPECT_EQ(answer.cell(row, 0).value, 2) << row;
}

}  // namespace
}  // namespace quarterdeck::testing
