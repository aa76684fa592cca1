#include "quarterdeck/testing.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using namespace quarterdeck;

Metric staff_by_band() {
    return {
        .id = "staff",
        .query = {.id = "staff",
                  .labels = {{"band", {"Band", "Band"}}},
                  .rows = {{.id = "six", .labels = {{"Band 6", "Band 6"}}, .where = is(Field::pay_band, {"Band 6"})},
                           {.id = "seven", .labels = {{"Band 7", "Band 7"}}, .where = is(Field::pay_band, {"Band 7"})},
                           {.id = "total", .labels = {{"Total", "Cyfanswm"}}, .total = true}},
                  .measures = {{.id = "headcount", .title = {"Headcount", "Nifer"}},
                               {.id = "fte", .title = {"FTE", "CALl"}, .count = Count::fte}}},
        .formulas = {{.id = "fte_per_head",
                      .title = {"FTE per head", "CALl y pen"},
                      .of = "fte",
                      .over = "headcount",
                      .places = 2}}};
}

// Seven people: Ann with posts in both bands, five more in band 6, Fay left out because she has left.
const std::vector<test_kit::StaffRecord>& records() {
    static const std::vector<test_kit::StaffRecord> made{
        {.person = "Ann", .pay_band = "Band 6", .contracted_fte = "0.5"},
        {.person = "Ann", .primary = false, .pay_band = "Band 7", .contracted_fte = "0.25"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6"},
        {.pay_band = "Band 6", .contracted_fte = "0.8"},
        {.person = "Fay", .assignment_status = "Terminate Assignment", .pay_band = "Band 7"}};
    return made;
}

TEST(TestKit, CountsRecordsAsTheHostDoes) {
    EXPECT_EQ(test_kit::text(test_kit::shown(staff_by_band(), records())),
              "band | headcount | fte | fte_per_head\n"
              "Band 6 | 6 | 5.30 | 0.88\n"
              "Band 7 | 1 | 0.25 | 0.25\n"
              "Total | 6 | 5.55 | 0.93\n");
}

TEST(TestKit, HidesSmallNumbersAsPublished) {
    EXPECT_EQ(test_kit::text(test_kit::published(staff_by_band(), records())),
              "band | headcount | fte | fte_per_head\n"
              "Band 6 | 6 | 5.30 | 0.88\n"
              "Band 7 | [c] | [c] | [c]\n"
              "Total | 6 | 5.55 | 0.93\n");
}

TEST(TestKit, GivesAComputedMetricItsAnswers) {
    Metric metric{.id = "computed", .needs = {staff_by_band().query}};
    metric.compute = [](const std::vector<Table>& answers) { return answers.at(0); };
    EXPECT_EQ(test_kit::text(test_kit::published(metric, records())),
              "band | headcount | fte\n"
              "Band 6 | 6 | 5.30\n"
              "Band 7 | [c] | [c]\n"
              "Total | 6 | 5.55\n");
}

TEST(TestKit, SaysWhatIsWrongWithAMetric) {
    Metric metric = staff_by_band();
    metric.formulas[0].of = "posts";
    EXPECT_THROW(test_kit::shown(metric, records()), std::runtime_error);
}

}  // namespace
