#include "first_steps.h"

#include <gtest/gtest.h>

#include "quarterdeck/testing.h"

using namespace quarterdeck;

TEST(FirstSteps, CountsNursesByBand) {
    const Metric metric = first_steps().metrics[0];
    EXPECT_EQ(test_kit::text(test_kit::shown(metric, {{.staff_group = "Nursing and Midwifery Registered",
                                                       .area_of_work = "Endoscopy",
                                                       .pay_band = "Band 5",
                                                       .contracted_fte = "0.8"}})),
              "band | headcount | fte | fte_per_head\n"
              "Band 5 | 1 | 0.80 | 0.80\n"
              "Band 6 | 0 | 0.00 | [z]\n"
              "Total | 1 | 0.80 | 0.80\n");
}
