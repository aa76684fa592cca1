#include <gtest/gtest.h>

#include <algorithm>

#include "query/evaluate.h"
#include "query/membership.h"
#include "refusal.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

using Values = std::vector<std::int64_t>;

Measure moved(Count count, Movement movement) {
    return {(count == Count::fte ? "fte" : "people") + std::to_string(static_cast<int>(movement)),
            {},
            count,
            everyone(),
            12,
            movement};
}

/// Then, everybody who came and went in the order of the enumeration, those who stayed, now.
std::vector<Measure> account(Count count) {
    std::vector<Measure> measures{{"then", {}, count, everyone(), 12}};
    for (int movement = 1; movement <= static_cast<int>(Movement::fewer_hours); ++movement)
        measures.push_back(moved(count, static_cast<Movement>(movement)));
    measures.push_back({"now", {}, count});
    return measures;
}

Query about(std::vector<Row> rows, Count count) {
    Query query;
    query.id = "moves";
    query.rows = std::move(rows);
    query.measures = account(count);
    return query;
}

query::Answer answer(const Query& query) {
    return query::evaluate({query}, twelve_people_who_moved(), as_at).front();
}

const std::vector<Row> blood{{.id = "blood", .where = blood_scientists()}};
const std::vector<Row> doctors_at_7a1{
    {.id = "doctors", .where = is(Field::staff_group, {"Medical and Dental"}) && is(Field::organisation, {"7A1"})}};

TEST(Movements, OfBloodScientistsAreThoseWorkedOutByHand) {
    // then 1 4 5 6 7 13 14 | 12 recoded in | - | 2 returned | 3 corrected | - || 6 recoded out | 7 moved out | 14
    // uncounted | 13 left || 1 4 5 stayed | 4 more | 5 fewer | now 1 2 3 4 5 12
    EXPECT_EQ(values(answer(about(blood, Count::headcount)), 0), (Values{7, 1, 0, 1, 1, 0, 1, 1, 1, 1, 3, 1, 1, 6}));
    EXPECT_EQ(values(answer(about(blood, Count::fte)), 0),
              (Values{600'000, 100'000, 0, 80'000, 100'000, 0, 60'000, 100'000, 80'000, 100'000, 250'000, 40'000,
                      50'000, 530'000}));
}

TEST(Movements, OfDoctorsInOneOrganisationAreThoseWorkedOutByHand) {
    // then 8 15 | 9 moved in from 7A2 | 10 joined || 15 left || 8 stayed | now 8 9 10
    EXPECT_EQ(values(answer(about(doctors_at_7a1, Count::headcount)), 0),
              (Values{2, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 3}));
    EXPECT_EQ(values(answer(about(doctors_at_7a1, Count::fte)), 0),
              (Values{200'000, 0, 50'000, 0, 0, 100'000, 0, 0, 0, 100'000, 100'000, 0, 0, 250'000}));
}

TEST(Movements, ToAnotherRowOfTheSameTotalAreNoneOfTheTotal) {
    const Query query = about({{.id = "band 5", .where = is(Field::pay_band, {"Band 5"}) && blood_scientists()},
                               {.id = "others", .where = is_not(Field::pay_band, {"Band 5"}) && blood_scientists()},
                               {.id = "total", .total = true}},
                              Count::headcount);
    EXPECT_EQ(values(answer(query), 0), (Values{3, 0, 0, 0, 1, 0, 2, 1, 0, 0, 0, 0, 0, 1}))
        << "then 1, 6, 7; now 3; 1 is in Band 6";
    EXPECT_EQ(values(answer(query), 1), (Values{4, 2, 0, 1, 0, 0, 0, 0, 1, 1, 2, 1, 1, 5}))
        << "then 4, 5, 13, 14; now 1, 2, 4, 5, 12";
    EXPECT_EQ(values(answer(query), 2), values(answer(about(blood, Count::headcount)), 0));
}

TEST(Movements, AddUpToTheChangeInEveryRow) {
    for (const Count count : {Count::headcount, Count::fte}) {
        Query query = about({}, count);
        query.by = {Field::organisation, Field::staff_group};
        query.totals = Totals::cube;
        const auto found = answer(query);
        ASSERT_GT(found.rows.size(), 8U);
        for (std::size_t row = 0; row < found.rows.size(); ++row) {
            const Values figures = values(found, row);
            std::int64_t figure = figures.front();
            for (std::size_t movement = 1; movement + 1 < figures.size(); ++movement) {
                const auto kind = static_cast<Movement>(movement);
                if (came(kind)) figure += figures[movement];
                if (went(kind)) figure -= figures[movement];
                if (count == Count::fte && kind == Movement::more_hours) figure += figures[movement];
                if (count == Count::fte && kind == Movement::fewer_hours) figure -= figures[movement];
            }
            EXPECT_EQ(figure, figures.back()) << found.rows[row].id;
        }
    }
}

TEST(Movements, RestOnThePeopleAndPostsThatTheyCount) {
    Query query = about(blood, Count::headcount);
    const auto fte = account(Count::fte);
    query.rows.push_back(doctors_at_7a1.front());
    query.measures.insert(query.measures.end(), fte.begin() + 1, fte.end() - 1);
    query::Membership membership;
    const auto counted = query::evaluate({query}, twelve_people_who_moved(), as_at, membership).front();
    for (std::size_t at = 0; at < counted.cells.size(); ++at) {
        const Measure& measure = counted.measures[at % counted.measures.size()];
        std::int64_t people = 0;
        std::int64_t amount = 0;
        for (const auto& group : membership.people)
            if (std::binary_search(group.selections.begin(), group.selections.end(), membership.of_cell[0][at]))
                people += group.people;
        for (const auto& group : membership.posts)
            if (std::binary_search(group.selections.begin(), group.selections.end(), membership.of_cell[0][at]))
                amount += group.fte;
        EXPECT_EQ(people, counted.cells[at].people) << measure.id;
        if (measure.count == Count::fte && !is_change(measure.movement)) {
            EXPECT_EQ(amount, counted.cells[at].value) << measure.id;
        }
    }
}

TEST(Movements, NeedPeopleToBeFollowed) {
    const Query query = about(blood, Count::headcount);
    EXPECT_TRUE(query::follow_people({query}));
    snapshot::Input input = twelve_people_who_moved();
    for (auto& snapshot : input.snapshots) snapshot.trail = {};
    EXPECT_THROW(query::evaluate({query}, input, as_at), Refusal);
}

TEST(Movements, OfNobodyAreZero) {
    snapshot::Input input;
    for (const Date date : {as_at, a_year_before}) input.snapshots.emplace_back().date = date;
    query::Membership membership;
    EXPECT_EQ(values(query::evaluate({about(blood, Count::headcount)}, input, as_at, membership).front(), 0),
              Values(14));
}

}  // namespace
}  // namespace quarterdeck::testing
