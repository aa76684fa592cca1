#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "records.h"
#include "refusal.h"

namespace quarterdeck::snapshot {
namespace {

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// The first line of the refusal of one file of records.
std::string refusal_of_file(const std::string& text) {
    const DataDirectory data;
    data.write("assignments/a.csv", text);
    return first_line(refusal_of(data));
}

std::string one(const std::map<std::string, std::string>& fields) {
    std::map<std::string, std::string> all = fields;
    all.emplace("employee_number", "1");
    all.emplace("assignment_number", "1");
    return record(all);
}

TEST(Refusal, NamesAMissingDirectory) {
    try {
        read_input("/nonexistent/data", {{2023, 3, 31}});
        FAIL();
    } catch (const Refusal& refusal) {
        EXPECT_EQ(first_line(refusal.what()),
                  "/nonexistent/data is not a directory; expected one that holds assignments/*.csv.");
    }
}

TEST(Refusal, NamesAnEmptyDirectory) {
    const DataDirectory data;
    EXPECT_EQ(first_line(refusal_of(data)), "assignments: " + data.path().string() + " holds no assignments/*.csv.");
}

TEST(Refusal, NamesTheDatesThereAre) {
    const DataDirectory data;
    data.write("assignments/a.csv", header() + one({}) + one({{"snapshot_date", "2022-12-31"}}));
    EXPECT_EQ(first_line(refusal_of(data, {{2024, 3, 31}})),
              "assignments: there are no records at 2024-03-31; the dates there are: 2022-12-31, 2023-03-31.");
}

TEST(Refusal, NamesAMissingColumnAndItsOtherNames) {
    const DataDirectory data;
    std::string text = header();
    text.replace(text.find("contracted_fte"), 14, "headcount");
    data.write("assignments/a.csv", text);
    EXPECT_EQ(
        refusal_of(data),
        "assignments/a.csv, line 1: the column contracted_fte is missing.\n"
        "Add the column, or correct its name in the header row; also known as FTE, CONTRACTED_FTE, Contracted_Wte.");
}

TEST(Refusal, NamesAnEmptyFile) {
    EXPECT_EQ(refusal_of_file(""), "assignments/a.csv, line 1: the column snapshot_date is missing.");
}

TEST(Refusal, NamesTwoColumnsThatMeanOneField) {
    std::string text = header();
    text.replace(text.find("leaving_reason"), 14, "FTE");
    EXPECT_EQ(refusal_of_file(text),
              "assignments/a.csv, line 1: the columns \"contracted_fte\" and \"FTE\" both mean contracted_fte.");
}

TEST(Refusal, NamesARaggedRow) {
    EXPECT_EQ(refusal_of_file(header() + one({}) + "\"two\nlines\",7A1\n"),
              "assignments/a.csv, line 3: the row has more or fewer fields than the header.");
}

TEST(Refusal, NamesTheLineOfAQuoteThatIsNeverClosed) {
    EXPECT_EQ(refusal_of_file(header() + one({{"job_role", "\"a\nb\""}}) + one({{"job_role", "\"open"}}) + one({})),
              "assignments/a.csv, line 4: a field begins with a quotation mark that is never closed.");
}

TEST(Refusal, NamesTheLineOfAStrayQuote) {
    EXPECT_EQ(refusal_of_file(header() + one({{"job_role", "5\" pipe"}})),
              "assignments/a.csv, line 2: a quotation mark stands in a field that doesn't begin with one.");
    EXPECT_EQ(
        refusal_of_file(header() + one({{"job_role", "\"a\" b"}})),
        "assignments/a.csv, line 2: text follows a field's closing quotation mark; expected a comma or the end of "
        "the row.");
}

TEST(Refusal, NamesTheLineThatIsNotUtf8) {
    EXPECT_EQ(refusal_of_file(header() + one({{"job_role", "caf\xE9"}})),
              "assignments/a.csv, line 2: the text is not UTF-8.");
    EXPECT_EQ(refusal_of_file("\xFF\xFEs\0n\0"), "assignments/a.csv, line 1: the text is not UTF-8.");
}

TEST(Refusal, NamesTextsThatAreNoDates) {
    const std::string expected = " is not a date; expected a day such as 2023-03-31 or 31-MAR-2023.";
    for (const char* field : {"snapshot_date", "date_of_birth", "start_date", "end_date"})
        EXPECT_EQ(refusal_of_file(header() + one({}) + one({{field, "31/03/2023"}, {"assignment_number", "2"}})),
                  std::string("assignments/a.csv, line 3: ") + field + expected);
}

TEST(Refusal, ReadsDatesOfRowsThatAreNotWantedToo) {
    EXPECT_EQ(refusal_of_file(header() + one({}) + one({{"snapshot_date", "2022-03-31"}, {"start_date", "x"}})),
              "assignments/a.csv, line 3: start_date is not a date; expected a day such as 2023-03-31 or 31-MAR-2023.");
}

TEST(Refusal, NamesBothRowsOfOneAssignmentNumber) {
    const DataDirectory data;
    data.write("assignments/a.csv", header() + one({}));
    data.write("assignments/b.csv", header() + one({{"assignment_number", "2"}}) + one({{"employee_number", "9"}}));
    const std::string text = refusal_of(data);
    EXPECT_EQ(
        first_line(text),
        "assignments/b.csv, line 3: organisation and assignment_number are the same as in assignments/a.csv, line 2 "
        "at 2023-03-31.");
}

TEST(Refusal, AcceptsOneAssignmentNumberAtTwoDatesAndInTwoOrganisations) {
    const DataDirectory data;
    data.write("assignments/a.csv",
               header() + one({}) + one({{"snapshot_date", "2022-03-31"}}) + one({{"organisation", "7A2"}}));
    EXPECT_EQ(read_input(data.path(), {{2023, 3, 31}, {2022, 3, 31}}).rows_counted, 3U);
}

TEST(Refusal, NamesAControlCharacter) {
    EXPECT_EQ(refusal_of_file(header() + one({{"job_role", std::string("a\0b", 3)}})),
              "assignments/a.csv, line 2: a field holds a control character; expected printable text.");
}

TEST(Refusal, NamesAColumnWithTooManyValues) {
    std::string text = header();
    for (int i = 0; i < 65'537; ++i)
        text += record({{"employee_number", std::to_string(i)},
                        {"assignment_number", std::to_string(i)},
                        {"job_role", "Role " + std::to_string(i)}});
    EXPECT_EQ(refusal_of_file(text), "assignments: job_role has more than 65,536 different values.");
}

TEST(Refusal, TellsTheFirstPlacesAndHowManyMore) {
    const DataDirectory data;
    std::string text = header();
    for (int i = 0; i < 8; ++i) text += one({{"end_date", "soon"}, {"assignment_number", std::to_string(i)}});
    data.write("assignments/a.csv", text);
    EXPECT_EQ(refusal_of(data),
              "assignments/a.csv, line 2: end_date is not a date; expected a day such as 2023-03-31 or 31-MAR-2023.\n"
              "assignments/a.csv, line 3: the same.\nassignments/a.csv, line 4: the same.\n"
              "assignments/a.csv, line 5: the same.\nassignments/a.csv, line 6: the same.\n… and in 3 more rows.\n"
              "Correct the date, or export dates as year-month-day; open-ended dates are written 4712-12-31.");
}

TEST(Refusal, NamesAFileThatCannotBeRead) {
    const DataDirectory data;
    std::filesystem::create_directories(data.path() / "assignments" / "a.csv");
    EXPECT_EQ(first_line(refusal_of(data)), "assignments/a.csv: the file can't be read (Not a regular file).");
}

}  // namespace
}  // namespace quarterdeck::snapshot
