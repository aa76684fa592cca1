#include <gtest/gtest.h>

#include "records.h"

namespace quarterdeck::snapshot {
namespace {

using Fields = std::map<std::string, std::string>;

Fields of_person(const std::string& number, Fields fields) {
    fields.emplace("person_id_national", number);
    return fields;
}

TEST(People, WithTwoPostsCountOnce) {
    const Input input = read_records(
        {of_person("B", {}), of_person("A", {}), of_person("C", {}), of_person("A", {{"primary_assignment", "No"}})});
    const Snapshot& snapshot = input.snapshots[0];
    EXPECT_EQ(snapshot.rows(), 4U);
    EXPECT_EQ(snapshot.people, 3U);
    EXPECT_EQ(snapshot.shared_rows, (std::vector<std::uint32_t>{1, 3}));
    EXPECT_EQ(snapshot.shared_starts, (std::vector<std::uint32_t>{0, 2}));
}

TEST(People, AreOneAcrossOrganisationsByNationalNumber) {
    const Input input = read_records({of_person("A", {}), of_person("A", {{"organisation", "7A2"}})});
    EXPECT_EQ(input.snapshots[0].people, 1U);
}

TEST(People, AreToldApartByOrganisationAndEmployeeNumberWithoutOne) {
    const Input input = read_records({of_person("", {{"employee_number", "5"}}),
                                      of_person("", {{"employee_number", "5"}, {"primary_assignment", "No"}}),
                                      of_person("", {{"employee_number", "5"}, {"organisation", "7A2"}})});
    EXPECT_EQ(input.snapshots[0].people, 2U);
    EXPECT_FALSE(input.national_person_ids);
}

TEST(People, AreNotMixedUpWhenANationalNumberLooksLikeAnEmployeeNumber) {
    const Input input =
        read_records({of_person("", {{"organisation", "5"}, {"employee_number", "5"}}), of_person("5", {})});
    EXPECT_EQ(input.snapshots[0].people, 2U);
}

TEST(People, WithOneCountedPostAreNotShared) {
    const Input input =
        read_records({of_person("A", {}), of_person("A", {{"contract_type", "Bank"}, {"primary_assignment", "No"}})});
    EXPECT_EQ(input.snapshots[0].people, 1U);
    EXPECT_TRUE(input.snapshots[0].shared_rows.empty());
    EXPECT_EQ(input.snapshots[0].shared_starts, (std::vector<std::uint32_t>{0}));
}

TEST(People, AreSettledWhenManyHoldTwoPosts) {
    constexpr std::uint32_t people = 20'000;
    const DataDirectory data;
    std::string text = header();
    for (const char* primary : {"Yes", "No"})
        for (std::uint32_t person = 0; person < people; ++person)
            text += record({{"person_id_national", "P" + std::to_string(person)},
                            {"assignment_number", std::to_string(person) + primary},
                            {"primary_assignment", primary},
                            {"gender", primary[0] == 'Y' ? "Male" : "Female"}});
    data.write("assignments/all.csv", text);
    const Input input = read_input(data.path(), {{2023, 3, 31}});
    const Snapshot& snapshot = input.snapshots[0];
    EXPECT_EQ(snapshot.people, people);
    ASSERT_EQ(snapshot.shared_starts.size(), people + 1U);
    for (std::size_t person = 0; person < people; ++person) {
        ASSERT_EQ(snapshot.shared_starts[person], 2 * person);
        ASSERT_EQ(snapshot.shared_rows[2 * person], person);
        ASSERT_EQ(snapshot.shared_rows[2 * person + 1], people + person);
        ASSERT_EQ(snapshot.value(Field::gender, people + person), "Male");
    }
    EXPECT_EQ(finding(input, "person-with-two-genders").count, people);
}

TEST(People, TakeGenderAndAgeFromThePrimaryAssignment) {
    const Input input = read_records(
        {of_person("A", {{"primary_assignment", "No"}, {"gender", "Male"}, {"date_of_birth", "1960-01-01"}}),
         of_person("A", {{"contracted_fte", "0.1"}})});
    for (const std::size_t row : {0U, 1U}) {
        EXPECT_EQ(input.snapshots[0].value(Field::gender, row), "Female");
        EXPECT_EQ(input.snapshots[0].value(Field::age_band, row), "36-45");
    }
    EXPECT_EQ(finding(input, "person-with-two-dates-of-birth").places.at(0).line, 2U);
    EXPECT_EQ(finding(input, "person-with-two-dates-of-birth").consequence, validate::Consequence::kept);
    EXPECT_EQ(finding(input, "person-with-two-genders").count, 1U);
    EXPECT_EQ(finding(input, "person-with-two-genders").places.at(0).column, "gender");
}

TEST(People, WithoutAPrimaryAssignmentTakeThemFromTheHighestFte) {
    const Input input = read_records({of_person("A", {{"primary_assignment", "No"}, {"contracted_fte", "0.4"}}),
                                      of_person("A", {{"primary_assignment", "No"},
                                                      {"contracted_fte", "0.6"},
                                                      {"gender", "Male"},
                                                      {"date_of_birth", "1960-01-01"}})});
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Male");
    EXPECT_EQ(input.snapshots[0].value(Field::age_band, 0), "56 and over");
}

TEST(People, WithEqualFteTakeThemFromTheLowestAssignmentNumber) {
    const Input input =
        read_records({of_person("A", {{"primary_assignment", "No"}, {"assignment_number", "22"}}),
                      of_person("A", {{"primary_assignment", "No"}, {"assignment_number", "21"}, {"gender", "Male"}})});
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Male");
}

TEST(People, TakeThemFromAPrimaryAssignmentThatIsNotCountedToo) {
    const Input input = read_records({of_person("A", {{"primary_assignment", "No"}}),
                                      of_person("A", {{"assignment_status", "Career Break"}, {"gender", "Male"}})});
    ASSERT_EQ(input.snapshots[0].rows(), 1U);
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Male");
}

TEST(People, WithTwoPrimaryAssignmentsAreFoundAndTheHigherFteCounts) {
    const Input input = read_records(
        {of_person("A", {{"contracted_fte", "0.4"}}), of_person("A", {{"contracted_fte", "0.6"}, {"gender", "Male"}})});
    const validate::Finding found = finding(input, "person-with-two-primary-assignments");
    EXPECT_EQ(found.places.at(0).line, 3U);
    EXPECT_EQ(found.consequence, validate::Consequence::noted);
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 0), "Male");
}

TEST(People, WhoseOtherPostLacksAValueDoNotDisagree) {
    const Input input = read_records(
        {of_person("A", {}), of_person("A", {{"primary_assignment", "No"}, {"gender", ""}, {"date_of_birth", ""}})});
    EXPECT_EQ(input.snapshots[0].value(Field::gender, 1), "Female");
    EXPECT_EQ(input.snapshots[0].value(Field::age_band, 1), "36-45");
    EXPECT_FALSE(has_finding(input, "person-with-two-genders"));
    EXPECT_FALSE(has_finding(input, "person-with-two-dates-of-birth"));
}

}  // namespace
}  // namespace quarterdeck::snapshot
