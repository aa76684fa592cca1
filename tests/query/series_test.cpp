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

/// Posts of two organisations as a map of subjective codes describes them; two rows at an earlier date.
snapshot::Input funded() {
    const auto posts = [](Date date, const char* organisation, const char* code, const char* occupation,
                          const char* band_group, std::int64_t fte) {
        snapshot::FundedPosts funded{.date = date, .organisation = organisation, .subjective_code = code};
        funded.occupation_code = occupation;
        funded.band_group = band_group;
        funded.fte = fte;
        return funded;
    };
    snapshot::Input input;
    input.establishment = {posts(as_at, "7A1", "4101", "S1F", "Band 5-6", 1'050'000),
                           posts(as_at, "7A1", "4102", "S9F", "Band 2-4", 320'000),
                           posts(as_at, "7A3", "4101", "S1F", "Band 5-6", 725'050),
                           posts(as_at, "7A3", "4103", "U4A", "Band 5-6", 900'000),
                           posts({2022, 3, 31}, "7A1", "4101", "S1F", "Band 5-6", 5'000'000)};
    return input;
}

Query funded_query() {
    Query query{.id = "funded", .source = Source::establishment};
    query.population.rule = matches(Field::occupation_code, {"S?F"});
    query.rows = {{"qualified", {}, is(Field::band_group, {"Band 5-6"})},
                  {"support", {}, is(Field::band_group, {"Band 2-4"})},
                  {"experts", {}, is(Field::band_group, {"Band 8c/8d/9"})},
                  {"total", {}, everyone(), true}};
    query.measures = {{"funded_fte", {}, Count::value},
                      {"elsewhere", {}, Count::value, is_not(Field::organisation, {"7A1"})}};
    return query;
}

TEST(FundedPosts, AreFoundByTheRuleThatFindsWhoHoldsThem) {
    const auto answer = query::evaluate({funded_query()}, funded(), as_at).front();
    EXPECT_EQ(values(answer, 0), (std::vector<std::int64_t>{1'775'050, 725'050})) << "10.5 + 7.2505, at one date";
    EXPECT_EQ(answer.cell(1, 0).value, 320'000);
    EXPECT_FALSE(answer.cell(1, 1).known) << "nobody funds support staff elsewhere";
    EXPECT_FALSE(answer.cell(2, 0).known);
    EXPECT_EQ(answer.cell(3, 0).value, 2'095'050) << "scientists aren't among them";
    EXPECT_EQ(answer.cell(3, 0).people, 0);
    EXPECT_EQ(answer.source, Source::establishment);
}

TEST(FundedPosts, AreNotKnownAtADateWithoutThem) {
    const auto answer = query::evaluate({funded_query()}, funded(), {2021, 3, 31}).front();
    for (std::size_t row = 0; row < 4; ++row) EXPECT_FALSE(answer.cell(row, 0).known) << row;
}

TEST(FundedPosts, MakeWhatRestsOnThemUnknownWhereOneIs) {
    snapshot::Input input = funded();
    input.establishment[2].known = false;
    const auto answer = query::evaluate({funded_query()}, input, as_at).front();
    EXPECT_FALSE(answer.cell(0, 0).known);
    EXPECT_TRUE(answer.cell(1, 0).known);
    EXPECT_FALSE(answer.cell(3, 0).known);
}

TEST(Series, IsRefusedWhereItAddsUpToMoreThanCanBeCounted) {
    snapshot::Input input = series();
    input.training[0].value = std::numeric_limits<std::int64_t>::max();
    EXPECT_THROW(query::evaluate({places({{"all", {}, everyone()}})}, input, as_at), Refusal);
}

}  // namespace
}  // namespace quarterdeck::testing
