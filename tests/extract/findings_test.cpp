#include <gtest/gtest.h>

#include "records.h"
#include "validate/message.h"

namespace quarterdeck::snapshot {
namespace {

using validate::Consequence;

struct Case {
    const char* rule;
    Consequence consequence;
    std::map<std::string, std::string> fields;
    const char* column;
    const char* what;
};

class FindingOfRule : public testing::TestWithParam<Case> {};

TEST_P(FindingOfRule, NamesItsPlaceAndMend) {
    const Input input = read_records({{}, GetParam().fields});
    const validate::Finding found = finding(input, GetParam().rule);
    EXPECT_EQ(found.consequence, GetParam().consequence);
    EXPECT_EQ(found.count, 1U);
    ASSERT_EQ(found.places.size(), 1U);
    EXPECT_EQ(found.places[0].file, "assignments/a.csv");
    EXPECT_EQ(found.places[0].line, 3U);
    EXPECT_EQ(found.places[0].column, GetParam().column);
    EXPECT_EQ(found.what, GetParam().what);
    EXPECT_FALSE(found.mend.empty());
    EXPECT_EQ(input.findings.size(), 1U);
    EXPECT_EQ(input.rows_counted, GetParam().consequence == Consequence::left_out ? 1U : 2U);
}

INSTANTIATE_TEST_SUITE_P(
    Findings, FindingOfRule,
    testing::Values(Case{"bank-or-honorary",
                         Consequence::left_out,
                         {{"contract_type", "Bank"}, {"contracted_fte", ""}},
                         "assignment_category",
                         "bank and honorary assignments are not counted"},
                    Case{"status-not-counted",
                         Consequence::left_out,
                         {{"assignment_status", "Career Break"}},
                         "assignment_status",
                         "assignment_status is not one that counts: Active Assignment, Internal Secondment, Acting Up"},
                    Case{"contract-not-counted",
                         Consequence::left_out,
                         {{"contract_type", ""}},
                         "contract_type",
                         "contract_type is not one that counts: Permanent, Fixed Term Temp, Locum"},
                    Case{"organisation-missing",
                         Consequence::left_out,
                         {{"organisation", ""}},
                         "organisation",
                         "organisation is empty"},
                    Case{"assignment-number-missing",
                         Consequence::left_out,
                         {{"assignment_number", " "}},
                         "assignment_number",
                         "assignment_number is empty"},
                    Case{"employee-number-missing",
                         Consequence::left_out,
                         {{"employee_number", ""}},
                         "employee_number",
                         "employee_number is empty, and there is no person_id_national either"},
                    Case{"fte-not-a-number",
                         Consequence::left_out,
                         {{"contracted_fte", "1.2O"}},
                         "contracted_fte",
                         "contracted_fte is \"1.2O\"; expected a number from 0 to 2"},
                    Case{"fte-not-a-number",
                         Consequence::left_out,
                         {{"contracted_fte", "Mary Jones"}},
                         "contracted_fte",
                         "contracted_fte is not a number; expected a number from 0 to 2"},
                    Case{"fte-out-of-range",
                         Consequence::left_out,
                         {{"contracted_fte", "-0.1"}},
                         "contracted_fte",
                         "contracted_fte is \"-0.1\"; expected a number from 0 to 2"},
                    Case{"fte-out-of-range",
                         Consequence::left_out,
                         {{"contracted_fte", "2.00001"}},
                         "contracted_fte",
                         "contracted_fte is \"2.00001\"; expected a number from 0 to 2"},
                    Case{"fte-too-precise",
                         Consequence::kept,
                         {{"contracted_fte", "0.533333"}},
                         "contracted_fte",
                         "contracted_fte has more than five decimals"},
                    Case{"gender-unknown",
                         Consequence::kept,
                         {{"gender", "X"}},
                         "gender",
                         "gender is neither Female nor Male; the row counts as Unknown"},
                    Case{"date-of-birth-missing",
                         Consequence::kept,
                         {{"date_of_birth", ""}},
                         "date_of_birth",
                         "date_of_birth is empty; the age band is Unknown"},
                    Case{"date-of-birth-in-future",
                         Consequence::kept,
                         {{"date_of_birth", "2023-04-01"}},
                         "date_of_birth",
                         "date_of_birth lies after the snapshot date; the age band is Unknown"},
                    Case{"date-of-birth-implausible",
                         Consequence::kept,
                         {{"date_of_birth", "1900-01-01"}},
                         "date_of_birth",
                         "date_of_birth gives an age below 15 or over 100; the age band is Unknown"},
                    Case{"fte-zero",
                         Consequence::noted,
                         {{"contracted_fte", "0.00000"}},
                         "contracted_fte",
                         "contracted_fte is 0; the row counts as a person without FTE"},
                    Case{"pay-band-unknown",
                         Consequence::noted,
                         {{"pay_band", "Band 1"}},
                         "pay_band",
                         "pay_band is not on the scale; its band group is Unknown"},
                    Case{"occupation-code-empty",
                         Consequence::noted,
                         {{"occupation_code", ""}},
                         "occupation_code",
                         "occupation_code is empty"}));

TEST(Findings, AboutThePersonPutThemInTheUnknownBand) {
    const Input input = read_records({{{"gender", ""}}, {{"date_of_birth", "4712-12-31"}}});
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Unknown");
    EXPECT_EQ(input.snapshots[0].value(Field::age_band, 1), "Unknown");
}

TEST(Findings, CountEveryRowAndKeepTheFirstPlaces) {
    const DataDirectory data;
    std::string text = header();
    for (int i = 0; i < 30; ++i)
        text += record({{"employee_number", std::to_string(i)},
                        {"assignment_number", std::to_string(i)},
                        {"contracted_fte", i == 0 ? "\"8,0\"" : "full"}});
    data.write("assignments/a.csv", text);
    const validate::Finding found = finding(read_input(data.path(), {{2023, 3, 31}}), "fte-not-a-number");
    EXPECT_EQ(found.count, 30U);
    EXPECT_EQ(found.places.size(), validate::places_kept);
    EXPECT_EQ(found.places.back().line, 21U);
    EXPECT_EQ(found.what, "contracted_fte is not a number; expected a number from 0 to 2; the first is \"8,0\"");
}

TEST(Findings, ReadAsSentencesWithTheirPlace) {
    const Input input = read_records({{{"contracted_fte", "1.2O"}}});
    EXPECT_EQ(validate::message_of(finding(input, "fte-not-a-number")),
              "assignments/a.csv, line 2: contracted_fte is \"1.2O\"; expected a number from 0 to 2.\n"
              "Correct the contracted FTE in the staff record; until then the row is not counted.");
}

TEST(Findings, TellOfRowsWithoutTheNationalNumber) {
    const Input input = read_records({{{"person_id_national", "N1"}}, {{"person_id_national", ""}}});
    EXPECT_EQ(finding(input, "national-person-id-missing").places.at(0).line, 3U);
    EXPECT_FALSE(input.national_person_ids);
    EXPECT_TRUE(read_records({{{"person_id_national", "N1"}}}).national_person_ids);
}

}  // namespace
}  // namespace quarterdeck::snapshot
