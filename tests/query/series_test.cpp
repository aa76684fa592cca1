#include <gtest/gtest.h>

#include <limits>

#include "query/evaluate.h"
#include "refusal.h"
#include "twelve_people.h"

namespace quarterdeck::testing {
namespace {

/// Eight figures of made-up courses at real sizes; one isn't known.
snapshot::Input series() {
    const auto places = [](const char* subject, const char* provider, const char* year, std::int64_t number) {
        return snapshot::SeriesFigure{"commissioned_places", subject, provider, year, "1st year", number * 100'000};
    };
    snapshot::Input input;
    input.training = {
        places("Radiography", "North", "2021-22", 40), places("Radiography", "South", "2021-22", 35),
        places("Radiography", "North", "2022-23", 42), places("Radiography", "South", "2022-23", 36),
        places("Audiology", "South", "2021-22", 12),   places("Audiology", "South", "2022-23", 0),
    };
    input.training.back().known = false;
    input.training.push_back({"cct_output", "Radiology", "", "2023", "", 700'000});
    input.published = {{"staff_in_post", "Radiographers", "", "2017", "observed", 81'250'000}};
    return input;
}

Query places(std::vector<Row> rows) {
    Query query;
    query.id = "places";
    query.source = Source::training;
    query.population.rule = is(Field::series, {"commissioned_places"}) && is(Field::stage, {"1st year"});
    query.rows = std::move(rows);
    query.measures = {{"y2021_22", {}, Count::value, is(Field::year, {"2021-22"})},
                      {"y2022_23", {}, Count::value, is(Field::year, {"2022-23"})}};
    return query;
}

query::Answer ask_series(const Query& query) {
    return query::evaluate({query}, series(), as_at).front();
}

TEST(Series, AddsUpTheFiguresThatFit) {
    const auto answer = ask_series(places(
        {{"radiography", {}, is(Field::subject, {"Radiography"})}, {"north", {}, matches(Field::provider, {"N*"})}}));
    EXPECT_EQ(values(answer, 0), (std::vector<std::int64_t>{7'500'000, 7'800'000}));
    EXPECT_EQ(values(answer, 1), (std::vector<std::int64_t>{4'000'000, 4'200'000}));
    EXPECT_TRUE(answer.cell(0, 0).known);
    EXPECT_EQ(answer.cell(0, 0).people, 0);
    EXPECT_EQ(answer.source, Source::training);
}

TEST(Series, IsNotKnownWhereOneFigureIsNotOrNoneFits) {
    const auto answer = ask_series(places({{"audiology", {}, is(Field::subject, {"Audiology"})},
                                           {"genetics", {}, is(Field::subject, {"Genetics"})},
                                           {"total", {}, everyone(), true}}));
    EXPECT_TRUE(answer.cell(0, 0).known);
    EXPECT_EQ(answer.cell(0, 0).value, 1'200'000);
    EXPECT_FALSE(answer.cell(0, 1).known);
    EXPECT_FALSE(answer.cell(1, 0).known);
    EXPECT_TRUE(answer.cell(2, 0).known);
    EXPECT_EQ(answer.cell(2, 0).value, 1'200'000) << "of the listed rows, not of every course";
    EXPECT_FALSE(answer.cell(2, 1).known);
}

TEST(Series, CountsAFigureOnceInATotalOfOverlappingRows) {
    const auto answer = ask_series(places({{"radiography", {}, is(Field::subject, {"Radiography"})},
                                           {"south", {}, is(Field::provider, {"South"})},
                                           {"total", {}, everyone(), true}}));
    EXPECT_EQ(answer.cell(2, 0).value, 8'700'000) << "40 + 35 + 12";
}

TEST(Series, CanBeGroupedByFields) {
    Query query = places({});
    query.by = {Field::subject, Field::provider};
    query.totals = Totals::rollup;
    query.measures.pop_back();
    const auto answer = ask_series(query);
    ASSERT_EQ(answer.rows.size(), 6U);
    const std::vector<std::int64_t> expected{12, 12, 40, 35, 75, 87};
    for (std::size_t row = 0; row < 6; ++row)
        EXPECT_EQ(answer.cell(row, 0).value, expected[row] * 100'000) << answer.rows[row].id;
    EXPECT_EQ(answer.rows[2].id, "subject=Radiography,provider=North");
    EXPECT_EQ(answer.rows[4].id, "subject=Radiography");
}

TEST(Series, OfTheTwoSourcesAreKeptApart) {
    Query query = places({{"radiographers", {}, is(Field::subject, {"Radiographers"})}});
    query.population.rule = is(Field::series, {"staff_in_post"});
    query.measures = {{"value", {}, Count::value}};
    EXPECT_FALSE(ask_series(query).cell(0, 0).known);
    query.source = Source::published;
    EXPECT_EQ(ask_series(query).cell(0, 0).value, 81'250'000);
}

TEST(Series, IsRefusedWhereItAddsUpToMoreThanCanBeCounted) {
    snapshot::Input input = series();
    input.training[0].value = std::numeric_limits<std::int64_t>::max();
    EXPECT_THROW(query::evaluate({places({{"all", {}, everyone()}})}, input, as_at), Refusal);
}

}  // namespace
}  // namespace quarterdeck::testing
