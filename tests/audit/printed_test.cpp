#include "audit/printed.h"

#include <gtest/gtest.h>

namespace quarterdeck::audit {
namespace {

TEST(Printed, NumbersMarkersAndLabelsAreToldApart) {
    EXPECT_EQ(read_printed("1,234.50")->value, 123'450'000);
    EXPECT_EQ(read_printed("1,234.50")->places, 2);
    EXPECT_EQ(read_printed("30%")->value, 3'000'000);
    EXPECT_EQ(read_printed("-")->kind, Printed::Kind::number);
    EXPECT_EQ(read_printed("<5")->below, 5);
    EXPECT_EQ(read_printed("[c]")->kind, Printed::Kind::hidden);
    EXPECT_EQ(read_printed("[x]")->kind, Printed::Kind::absent);
    EXPECT_EQ(read_printed("")->kind, Printed::Kind::absent);
    for (const char* const label :
         {"Band 5-6", "Total", "<", "<0", "<five", "-3", "12345678", "1.23456", ".5", "1.2.3"})
        EXPECT_FALSE(read_printed(label)) << label;
}

}  // namespace
}  // namespace quarterdeck::audit
