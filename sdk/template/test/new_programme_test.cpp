#include "new_programme.h"

#include <gtest/gtest.h>

#include "quarterdeck/testing.h"

using namespace quarterdeck;

namespace {

test_kit::StaffRecord in_area(const char* band, const char* fte) {
    return {.area_of_work = "New programme", .pay_band = band, .contracted_fte = fte};
}

TEST(NewProgramme, CountsItsStaffByBand) {
    const Metric metric = new_programme_plugin().metrics.at(0);
    EXPECT_EQ(test_kit::text(test_kit::shown(metric, {in_area("Band 5", "1.0"),
                                                      in_area("Band 6", "0.8"),
                                                      in_area("Band 8a", "0.5"),
                                                      {.area_of_work = "Another area", .pay_band = "Band 5"}})),
              "band | headcount | fte | fte_per_head\n"
              "Band 2-4 | 0 | 0.00 | [z]\n"
              "Band 5-6 | 2 | 1.80 | 0.90\n"
              "Band 7 and above | 1 | 0.50 | 0.50\n"
              "Total | 3 | 2.30 | 0.77\n");
}

TEST(NewProgramme, PublishesNoCountBelowFive) {
    const Metric metric = new_programme_plugin().metrics.at(0);
    EXPECT_EQ(test_kit::text(test_kit::published(metric, {in_area("Band 5", "1.0"), in_area("Band 6", "0.8")})),
              "band | headcount | fte | fte_per_head\n"
              "Band 2-4 | 0 | 0.00 | [z]\n"
              "Band 5-6 | [c] | [c] | [c]\n"
              "Band 7 and above | 0 | 0.00 | [z]\n"
              "Total | [c] | [c] | [c]\n");
}

TEST(NewProgramme, PlansItsActions) {
    const std::vector<Action> actions = new_programme_plugin().actions;
    ASSERT_EQ(actions.size(), 2U);
    EXPECT_EQ(actions[0].linked_id, actions[1].id);
}

}  // namespace
