#include <gtest/gtest.h>

#include "records.h"

namespace quarterdeck::snapshot {
namespace {

TEST(CheckInput, TellsEverythingInsteadOfThrowing) {
    const DataDirectory data;
    data.write("assignments/a.csv", "employee_number\n1\n");
    data.write("assignments/b.csv",
               header() + record({{"employee_number", "1"}, {"assignment_number", "1"}, {"end_date", "soon"}}) +
                   record({{"employee_number", "1"}, {"assignment_number", "1"}, {"contracted_fte", "x"}}));
    data.write("assignments/c.csv", header() + "\"open\n");
    const Input input = check_input(data.path());
    EXPECT_EQ(finding(input, "missing-column").places.at(0).file, "assignments/a.csv");
    EXPECT_EQ(finding(input, "end-date-not-a-date").places.at(0).line, 2U);
    EXPECT_EQ(finding(input, "fte-not-a-number").places.at(0).line, 3U);
    EXPECT_EQ(finding(input, "assignment-twice").places.at(0).line, 3U);
    EXPECT_EQ(finding(input, "quote-not-closed").places.at(0).file, "assignments/c.csv");
    EXPECT_EQ(input.files.size(), 3U);
    EXPECT_TRUE(input.snapshots.empty());
}

TEST(CheckInput, LooksAtAllDates) {
    const DataDirectory data;
    data.write("assignments/a.csv",
               header() + record({{"employee_number", "1"}, {"assignment_number", "1"}}) +
                   record({{"snapshot_date", "2020-03-31"}, {"employee_number", "1"}, {"assignment_number", "1"}}));
    const Input input = check_input(data.path());
    EXPECT_EQ(input.rows_read, 2U);
    EXPECT_EQ(input.rows_counted, 2U);
}

TEST(CheckInput, FindsAnEmptyDirectory) {
    const DataDirectory data;
    EXPECT_EQ(finding(check_input(data.path()), "no-assignments").consequence, validate::Consequence::refused);
}

}  // namespace
}  // namespace quarterdeck::snapshot
