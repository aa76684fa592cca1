#include "oracle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "query/tuning.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

/// Small random snapshots and queries over a handful of values, so that rules often hold and people often share
/// cells. std::mt19937 gives the same numbers everywhere; the standard distributions don't, so they aren't used.
class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    PostsByDate posts() { return {{as_at, posts_at(below(60))}, {a_year_before, posts_at(below(60))}}; }

    std::vector<Query> queries() {
        std::vector<Query> queries;
        for (unsigned i = 1 + below(4); i > 0; --i) queries.push_back(below(2) == 0 ? listed() : by_fields());
        return queries;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    std::string value(Field field) {
        static const std::vector<std::string> bands{"Band 2", "Band 4", "Band 5",    "Band 6",
                                                    "Band 7", "Band 9", "Consultant"};
        static const std::vector<std::string> groups{"Band 2-4", "Band 5-6", "Band 7/8a/8b", "Band 8c/8d/9",
                                                     "Consultant"};
        if (field == Field::pay_band) return bands[below(7)];
        if (field == Field::band_group) return groups[below(5)];
        static const std::vector<std::string> texts{"", "A", "U1A", "U2A", "U1B", "B1"};
        return texts[below(6)];
    }

    Field field() {
        static const std::vector<Field> fields{Field::organisation, Field::occupation_code, Field::pay_band,
                                               Field::band_group,   Field::gender,          Field::age_band};
        return fields[below(6)];
    }

    std::vector<Post> posts_at(unsigned people) {
        std::vector<Post> posts;
        for (unsigned person = 0; person < people; ++person) {
            const std::string gender = value(Field::gender);
            const std::string age_band = value(Field::age_band);
            for (unsigned number = below(3) == 0 ? 1 + below(4) : 1; number > 0; --number) {
                Post post{static_cast<int>(person), static_cast<std::int32_t>(below(100'001)), {}};
                for (const auto field : {Field::organisation, Field::occupation_code, Field::pay_band})
                    post.value(field) = value(field);
                post.assignment = static_cast<int>(2 * number + below(2));
                post.counted = below(6) != 0;
                post.start = {2021 + static_cast<int>(below(3)), 1 + below(12), 31};
                post.value(Field::gender) = gender;
                post.value(Field::age_band) = age_band;
                posts.insert(posts.begin() + below(static_cast<unsigned>(posts.size()) + 1), post);
            }
        }
        return posts;
    }

    Rule rule() {
        static const std::vector<std::string> patterns{"U?A", "*A", "U*", "Band ?", "Band*", "?", "*", "", "*1*"};
        if (below(3) == 0) return everyone();
        Rule rule;
        for (unsigned alternatives = below(4); alternatives > 0; --alternatives) {
            auto& alternative = rule.alternatives.emplace_back();
            for (unsigned conditions = below(4); conditions > 0; --conditions) {
                Condition condition{field(), static_cast<Condition::Test>(below(3)), {}};
                for (unsigned values = below(4); values > 0; --values)
                    condition.values.push_back(condition.test == Condition::Test::matches ? patterns[below(9)]
                                                                                          : value(condition.field));
                alternative.push_back(condition);
            }
        }
        return rule;
    }

    Query common() {
        Query query;
        query.id = "random";
        query.population.rule = rule();
        for (unsigned number = 1 + below(5); number > 0; --number)
            query.measures.push_back(
                {"m" + std::to_string(number), {}, static_cast<Count>(below(3)), rule(), below(4) == 0 ? 12 : 0});
        if (below(2) == 0) return query;
        const Rule where = rule();
        for (unsigned movement = 1; movement <= static_cast<unsigned>(Movement::fewer_hours); ++movement)
            query.measures.push_back({"moved" + std::to_string(movement),
                                      {},
                                      below(2) == 0 ? Count::headcount : Count::fte,
                                      below(3) == 0 ? rule() : where,
                                      12,
                                      static_cast<Movement>(movement)});
        return query;
    }

    Query listed() {
        Query query = common();
        query.rows.push_back({"first", {}, rule()});
        for (unsigned number = below(6); number > 0; --number)
            query.rows.push_back({"r" + std::to_string(number), {}, rule(), below(4) == 0});
        return query;
    }

    Query by_fields() {
        Query query = common();
        query.totals = static_cast<Totals>(below(4));
        for (unsigned number = 1 + below(3); number > 0; --number) {
            const Field next = field();
            if (std::find(query.by.begin(), query.by.end(), next) == query.by.end()) query.by.push_back(next);
        }
        return query;
    }

    std::mt19937 random_;
};

void expect_same(const query::Cell& cell, const query::Cell& expected, const std::string& where) {
    EXPECT_EQ(cell.value, expected.value) << where;
    EXPECT_EQ(cell.people, expected.people) << where;
    EXPECT_TRUE(cell.known) << where;
}

void expect_right(const Oracle& oracle, const Query& query, const query::Answer& answer) {
    const auto keys = query.by.empty() ? std::vector<Oracle::Key>(query.rows.size()) : oracle.keys(query);
    ASSERT_EQ(answer.rows.size(), keys.size());
    ASSERT_EQ(answer.cells.size(), keys.size() * query.measures.size());
    for (std::size_t row = 0; row < keys.size(); ++row) {
        bool all = false;
        for (std::size_t field = 0; field < query.by.size(); ++field) {
            EXPECT_EQ(answer.rows[row].labels[field].en, keys[row][field].value_or(""));
            all = all || !keys[row][field];
        }
        EXPECT_EQ(answer.rows[row].total, query.by.empty() ? query.rows[row].total : all);
        for (std::size_t measure = 0; measure < query.measures.size(); ++measure)
            expect_same(answer.cell(row, measure),
                        query.by.empty() ? oracle.listed(query, query.rows[row], query.measures[measure])
                                         : oracle.found(query, keys[row], query.measures[measure]),
                        "row " + answer.rows[row].id + ", measure " + query.measures[measure].id);
    }
}

class RandomStaff : public ::testing::TestWithParam<query::Tuning> {};

TEST_P(RandomStaff, AreCountedAsByLookingAtEveryPostForEveryCell) {
    for (unsigned seed = 1; seed <= 300 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Maker maker(seed);
        const auto posts = maker.posts();
        const auto queries = maker.queries();
        snapshot::Input input;
        for (const auto& [date, each] : posts) input.snapshots.push_back(snapshot_of(date, each));
        const auto answers = query::evaluate(queries, input, as_at, GetParam());
        ASSERT_EQ(answers.size(), queries.size());
        for (std::size_t query = 0; query < queries.size(); ++query)
            expect_right(Oracle(posts, as_at), queries[query], answers[query]);
    }
}

INSTANTIATE_TEST_SUITE_P(EachWayOfWorking, RandomStaff,
                         ::testing::Values(query::Tuning{}, query::Tuning{.direct_limit = 0, .threads = 1},
                                           query::Tuning{.threads = 1, .rows_per_thread = 1},
                                           query::Tuning{.threads = 3, .rows_per_thread = 1},
                                           query::Tuning{.direct_limit = 0, .threads = 7, .rows_per_thread = 1}),
                         [](const auto& ways) {
                             return std::string(ways.param.direct_limit == 0 ? "Hashed" : "Direct") + "In" +
                                    std::to_string(ways.param.threads) + "ThreadsOfAtLeast" +
                                    std::to_string(ways.param.rows_per_thread) + "Rows";
                         });

}  // namespace
}  // namespace quarterdeck::testing
