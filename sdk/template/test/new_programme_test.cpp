#include "new_programme.h"

#include "quarterdeck/testing_gtest.h"

using namespace quarterdeck;
using test_kit::shows;

namespace {

test_kit::StaffRecord in_area(const char* band, const char* fte) {
    return {.area_of_work = "New programme", .pay_band = band, .contracted_fte = fte};
}

TEST(NewProgramme, CountsItsStaffByBand) {
    const Metric metric = new_programme_plugin().metrics.at(0);
    EXPECT_TRUE(shows(test_kit::shown(metric, {in_area("Band 5", "1.0"),
                                               in_area("Band 6", "0.8"),
                                               in_area("Band 8a", "0.5"),
                                               {.area_of_work = "Another area", .pay_band = "Band 5"}}),
                      R"(
        band             | headcount | fte  | fte_per_head
        Band 2-4         | 0         | 0.00 | [z]
        Band 5-6         | 2         | 1.80 | 0.90
        Band 7 and above | 1         | 0.50 | 0.50
        Total            | 3         | 2.30 | 0.77
    )"));
}

TEST(NewProgramme, PublishesNoCountBelowFive) {
    const Metric metric = new_programme_plugin().metrics.at(0);
    EXPECT_TRUE(shows(test_kit::published(metric, {in_area("Band 5", "1.0"), in_area("Band 6", "0.8")}), R"(
        band             | headcount | fte  | fte_per_head
        Band 2-4         | 0         | 0.00 | [z]
        Band 5-6         | [c]       | [c]  | [c]
        Band 7 and above | 0         | 0.00 | [z]
        Total            | [c]       | [c]  | [c]
    )"));
}

TEST(NewProgramme, PlansItsActions) {
    EXPECT_TRUE(shows(new_programme_plugin().actions, R"(
        id | kind      | title                                     | due       | linked_id
        A1 | action    | Agree which staff the programme counts    |           | M1
        M1 | milestone | First figures go to the programme board   |           |
    )"));
}

TEST(NewProgramme, IsTakenByTheHost) {
    EXPECT_EQ(test_kit::refusals(new_programme_plugin()), std::vector<std::string>{});
}

}  // namespace
