#include "extract/columns.h"

#include <gtest/gtest.h>

#include <array>

#include "snapshot/assignment_file.h"

namespace quarterdeck::extract {
namespace {

constexpr std::array<WantedField, 3> wanted{{{"employee_number"}, {"contracted_fte"}, {"host_organisation", false}}};

TEST(Columns, AreFoundByNameWhateverTheOrder) {
    const ColumnMap map = map_columns({"contracted_fte", "employee_number"}, wanted);
    EXPECT_EQ(map.position, (std::vector<std::size_t>{1, 0, 2}));
    EXPECT_TRUE(map.missing.empty());
    EXPECT_FALSE(map.has(2));
}

TEST(Columns, CaseSpacesAndUnderscoresMakeNoDifference) {
    const ColumnMap map = map_columns({"EMPLOYEE NUMBER", "ContractedFTE"}, wanted);
    EXPECT_EQ(map.position, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Columns, ThatTwoSpellingsClaimAreToldTogether) {
    const ColumnMap map = map_columns({"EmployeeNumber", "FTE", "Contracted_Wte"}, wanted);
    ASSERT_EQ(map.clashes.size(), 1U);
    EXPECT_EQ(map.clashes[0].field, "contracted_fte");
    EXPECT_EQ(map.clashes[0].first, "FTE");
    EXPECT_EQ(map.clashes[0].second, "Contracted_Wte");
}

TEST(Columns, OfNoKnownMeaningAreListed) {
    const ColumnMap map = map_columns({"EmployeeNumber", "FTE", "Favourite Colour", ""}, wanted);
    EXPECT_EQ(map.ignored, (std::vector<std::string>{"Favourite Colour", "column 4 (no name)"}));
}

TEST(Columns, ThatMustBeThereAreMissed) {
    EXPECT_EQ(map_columns({"Grade"}, wanted).missing,
              (std::vector<std::string_view>{"employee_number", "contracted_fte"}));
}

struct Spelling {
    const char* written;
    const char* field;
};

class EsrSpelling : public testing::TestWithParam<Spelling> {};

TEST_P(EsrSpelling, MeansTheField) {
    const ColumnMap map = map_columns({GetParam().written}, snapshot::assignment_fields);
    std::string found;
    for (std::size_t i = 0; i < snapshot::assignment_fields.size(); ++i)
        if (map.has(i)) found = snapshot::assignment_fields[i].name;
    EXPECT_EQ(found, GetParam().field);
}

INSTANTIATE_TEST_SUITE_P(
    Columns, EsrSpelling,
    testing::Values(Spelling{"EmployeeNumber", "employee_number"}, Spelling{"NHSUniqueID", "person_id_national"},
                    Spelling{"Unique_Nhs_Identifier", "person_id_national"},
                    Spelling{"Fact_Unique_NHS_Identifier", "person_id_national"},
                    Spelling{"Assignment Number", "assignment_number"},
                    Spelling{"PrimaryAssignment", "primary_assignment"},
                    Spelling{"AssignmentCategory", "assignment_category"},
                    Spelling{"UserAssignmentStatus", "assignment_status"}, Spelling{"Status", "assignment_status"},
                    Spelling{"Asg_Type_Of_Contract", "contract_type"}, Spelling{"FTE", "contracted_fte"},
                    Spelling{"Contracted_Wte", "contracted_fte"}, Spelling{"Grade", "pay_band"},
                    Spelling{"GradeStep", "pay_band"}, Spelling{"JobStaffGroup", "staff_group"},
                    Spelling{"Role", "job_role"}, Spelling{"Occ_Occupation_Code", "occupation_code"},
                    Spelling{"OrganisationID", "organisation"}, Spelling{"OrgName", "organisation"},
                    Spelling{"DateofBirth", "date_of_birth"}, Spelling{"HireDate", "start_date"},
                    Spelling{"ActualTerminationDate", "end_date"}, Spelling{"TerminationReason", "leaving_reason"}));

}  // namespace
}  // namespace quarterdeck::extract
