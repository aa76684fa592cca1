#include <gtest/gtest.h>

#include "records.h"
#include "snapshot/dates.h"
#include "snapshot/input.h"

namespace quarterdeck::snapshot {
namespace {

constexpr Date march{2023, 3, 31};

TEST(ReadInput, KeepsCountedRowsAsColumns) {
    const Input input = read_records({{{"pay_band", "Band 8a"}, {"contracted_fte", "0.53333"}},
                                      {{"gender", "Male"}, {"occupation_code", "080"}, {"host_organisation", "7A4"}}});
    ASSERT_EQ(input.snapshots.size(), 1U);
    const Snapshot& snapshot = input.snapshots[0];
    EXPECT_EQ(snapshot.date, march);
    EXPECT_EQ(snapshot.fte, (extract::LongArray<std::int32_t>{53'333, 100'000}));
    EXPECT_EQ(snapshot.people, 2U);
    EXPECT_EQ(snapshot.column(Field::occupation_code).values, (std::vector<std::string>{"080", "U1A"}));
    EXPECT_EQ(snapshot.value(Field::occupation_code, 0), "U1A");
    EXPECT_EQ(snapshot.value(Field::occupation_code, 1), "080");
    EXPECT_EQ(snapshot.value(Field::organisation, 0), "7A1");
    EXPECT_EQ(snapshot.value(Field::host_organisation, 0), "");
    EXPECT_EQ(snapshot.value(Field::host_organisation, 1), "7A4");
    EXPECT_EQ(snapshot.value(Field::staff_group, 0), "Healthcare Scientists");
    EXPECT_EQ(snapshot.value(Field::job_role, 0), "Biomedical Scientist");
    EXPECT_EQ(snapshot.value(Field::area_of_work, 0), "Blood Sciences");
    EXPECT_EQ(snapshot.value(Field::pay_band, 0), "Band 8a");
    EXPECT_EQ(snapshot.value(Field::assignment_status, 0), "Active Assignment");
    EXPECT_EQ(snapshot.value(Field::assignment_category, 0), "Permanent");
    EXPECT_EQ(snapshot.value(Field::contract_type, 0), "Permanent");
    EXPECT_EQ(snapshot.value(Field::gender, 1), "Male");
    EXPECT_EQ(snapshot.value(Field::age_band, 0), "36-45");
    EXPECT_TRUE(snapshot.column(Field::band_group).values.empty());
    EXPECT_EQ(input.rows_read, 2U);
    EXPECT_EQ(input.rows_counted, 2U);
    EXPECT_TRUE(input.findings.empty());
}

TEST(ReadInput, ReachesTheOldestBandOnTheBirthdayItself) {
    const Input input = read_records({{{"date_of_birth", "1967-03-31"}}, {{"date_of_birth", "1967-04-01"}}});
    EXPECT_EQ(input.snapshots[0].value(Field::age_band, 0), "56 and over");
    EXPECT_EQ(input.snapshots[0].value(Field::age_band, 1), "46-55");
}

TEST(ReadInput, TakesTheSnapshotsInTheOrderOfTheDates) {
    const DataDirectory data;
    data.write("assignments/all.csv",
               header() + record({{"employee_number", "1"}, {"assignment_number", "1"}}) +
                   record({{"snapshot_date", "2022-03-31"}, {"employee_number", "1"}, {"assignment_number", "1"}}) +
                   record({{"snapshot_date", "2021-03-31"}, {"employee_number", "1"}, {"assignment_number", "1"}}) +
                   record({{"snapshot_date", "31-MAR-2022"}, {"employee_number", "2"}, {"assignment_number", "2"}}));
    const Input input = read_input(data.path(), {march, {2022, 3, 31}});
    ASSERT_EQ(input.snapshots.size(), 2U);
    EXPECT_EQ(input.snapshots[0].rows(), 1U);
    EXPECT_EQ(input.snapshots[1].rows(), 2U);
    EXPECT_EQ(input.rows_read, 3U);
    ASSERT_EQ(input.files.size(), 1U);
    EXPECT_EQ(input.files[0].rows, 4U);
}

TEST(ReadInput, JoinsTheFilesOfOneDate) {
    const DataDirectory data;
    data.write("assignments/b.csv",
               header() + record({{"organisation", "7A2"}, {"employee_number", "1"}, {"assignment_number", "1"}}));
    data.write("assignments/a.CSV", header() + record({{"employee_number", "1"}, {"assignment_number", "1"}}));
    data.write("assignments/.hidden.csv", "nothing");
    data.write("assignments/notes.txt", "nothing");
    const Input input = read_input(data.path(), {march});
    EXPECT_EQ(input.snapshots[0].people, 2U);
    EXPECT_EQ(input.snapshots[0].value(Field::organisation, 0), "7A1");
    ASSERT_EQ(input.files.size(), 2U);
    EXPECT_EQ(input.files[0].path, "assignments/a.CSV");
    EXPECT_EQ(input.files[1].path, "assignments/b.csv");
}

TEST(ReadInput, KnowsWhichFilesHoldADate) {
    const DataDirectory data;
    const std::string then = record({{"snapshot_date", "2022-03-31"}});
    data.write("assignments/a.csv", header() + then + record({}));
    data.write("assignments/b.csv", header() + then);
    const std::map<Date, std::vector<std::string>> expected{{{2022, 3, 31}, {"assignments/a.csv", "assignments/b.csv"}},
                                                            {{2023, 3, 31}, {"assignments/a.csv"}}};
    EXPECT_EQ(files_of_dates(data.path()), expected);
}

TEST(ReadInput, AcceptsByteOrderMarkEsrSpellingsQuotesAndSpaces) {
    const DataDirectory data;
    const std::string text =
        "\xEF\xBB\xBFSnapshot Date,OrganisationID,EmployeeNumber,AssignmentNumber,PrimaryAssignment,"
        "UserAssignmentStatus,AssignmentCategory,Asg_Type_Of_Contract,JobStaffGroup,OccupationCode,JobRole,"
        "Area Of Work,Grade,FTE,Gender,DateofBirth,Favourite Colour\r\n"
        "2023-03-31, 7A1 ,12,12-1,Yes,acting up,Permanent,Permanent,Healthcare Scientists,U1A,"
        "\"Scientist, \"\"lead\"\"\",Blood,Band 7,0.5,F,15-JAN-1980,\"light\r\nblue\"";
    data.write("assignments/esr.csv", text);
    const Input input = read_input(data.path(), {march});
    ASSERT_EQ(input.rows_counted, 1U);
    EXPECT_EQ(input.snapshots[0].value(Field::organisation, 0), "7A1");
    EXPECT_EQ(input.snapshots[0].value(Field::job_role, 0), "Scientist, \"lead\"");
    EXPECT_EQ(input.snapshots[0].value(Field::assignment_status, 0), "acting up");
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Female");
    EXPECT_EQ(input.snapshots[0].fte[0], 50'000);
    EXPECT_EQ(input.ignored_columns, (std::vector<std::string>{"assignments/esr.csv: Favourite Colour"}));
    EXPECT_EQ(input.files[0].bytes, text.size());
}

TEST(ReadInput, CountsWhatRulesLeaveOut) {
    const Input input = read_records({{},
                                      {{"assignment_status", "Career Break"}},
                                      {{"contract_type", "Bank"}, {"assignment_status", "Career Break"}},
                                      {{"assignment_category", "Honorary"}},
                                      {{"contract_type", "Non-Exec Director/Chair"}},
                                      {{"contracted_fte", "x"}}});
    EXPECT_EQ(input.rows_read, 6U);
    EXPECT_EQ(input.rows_counted, 1U);
    std::vector<std::pair<std::string, std::uint64_t>> left_out;
    for (const LeftOut& one : input.left_out) left_out.emplace_back(one.reason, one.rows);
    EXPECT_EQ(
        left_out,
        (std::vector<std::pair<std::string, std::uint64_t>>{
            {"bank-or-honorary", 2}, {"status-not-counted", 1}, {"contract-not-counted", 1}, {"fte-not-a-number", 1}}));
}

TEST(ReadInput, KnowsValuesOfCountedRowsOnly) {
    const Input input = read_records({{}, {{"assignment_status", "Career Break"}, {"pay_band", "Band 9"}}});
    EXPECT_EQ(input.snapshots[0].column(Field::pay_band).values, (std::vector<std::string>{"Band 5"}));
}

TEST(ReadInput, ReadsADateWithoutCountedRows) {
    const Input input = read_records({{{"contract_type", "Bank"}}});
    EXPECT_EQ(input.snapshots.at(0).rows(), 0U);
    EXPECT_EQ(input.snapshots[0].people, 0U);
}

}  // namespace
}  // namespace quarterdeck::snapshot
