#include "random_staff.h"

#include <random>

#include "query/evaluate.h"
#include "staff.h"

namespace quarterdeck::testing {
namespace {

constexpr Date as_at{2023, 3, 31};

Post random_post(int person, const std::vector<Post>& posts, std::mt19937& random) {
    const auto pick = [&](std::vector<std::string> values) { return values[random() % values.size()]; };
    Post post{person, 40'000 + static_cast<std::int32_t>(random() % 60'001), {}};
    post.value(Field::organisation) = pick({"7A1", "7A2", "7A3", "7A3", "7A3"});
    post.value(Field::pay_band) = pick({"Band 3", "Band 5", "Band 5", "Band 6", "Band 6", "Band 7"});
    post.value(Field::gender) = pick({"Female", "Female", "Female", "Male"});
    post.value(Field::age_band) = pick({"26-35", "36-45", "46-55", "56 and over"});
    if (!posts.empty() && posts.back().person == person) {
        post.fte = 100'000 - posts.back().fte;
        post.value(Field::gender) = posts.back().value(Field::gender);
        post.value(Field::age_band) = posts.back().value(Field::age_band);
    }
    return post;
}

Measure measure(const std::string& id, Count count, Rule where = everyone()) {
    return {.id = id, .title = {id, id}, .count = count, .where = std::move(where)};
}

std::vector<Measure> measures() {
    return {measure("headcount", Count::headcount), measure("fte", Count::fte),
            measure("male", Count::headcount, is(Field::gender, {"Male"})),
            measure("female", Count::headcount, is(Field::gender, {"Female"}))};
}

Query bands() {
    Query query{.id = "bands"};
    query.labels = {{"band", {"Band", "Band"}}};
    for (const std::string band : {"Band 3", "Band 5", "Band 6", "Band 7"})
        query.rows.push_back({.id = band, .labels = {{band, band}}, .where = is(Field::pay_band, {band})});
    query.rows.push_back({.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true});
    query.measures = measures();
    query.measures.push_back(measure("over_55", Count::headcount, is(Field::age_band, {"56 and over"})));
    return query;
}

Query organisations() {
    Query query{.id = "organisations"};
    query.by = {Field::organisation};
    query.totals = Totals::grand;
    query.measures = measures();
    return query;
}

}  // namespace

RandomStaff::RandomStaff(unsigned seed, int people) : queries{bands(), organisations()} {
    std::mt19937 random(seed);
    std::vector<Post> posts;
    for (int person = 0; person < people; ++person) {
        posts.push_back(random_post(person, posts, random));
        if (random() % 12 == 0) posts.push_back(random_post(person, posts, random));
    }
    input.snapshots.push_back(snapshot_of(as_at, posts));
    answers = query::evaluate(queries, input, as_at, membership);
}

void RandomStaff::ask(std::size_t number, Query query) {
    queries[number] = std::move(query);
    membership = {};
    answers = query::evaluate(queries, input, as_at, membership);
}

}  // namespace quarterdeck::testing
