#include <gtest/gtest.h>

#include "records.h"

namespace quarterdeck::snapshot {
namespace {

/// A directory with one record.
void add_record(const DataDirectory& data) {
    data.write("assignments/a.csv", header() + record({{"employee_number", "1"}, {"assignment_number", "1"}}));
}

Input read(const DataDirectory& data) {
    return read_input(data.path(), {{2023, 3, 31}});
}

TEST(Series, AreReadExactlyAndKeepUnknownValues) {
    const DataDirectory data;
    add_record(data);
    data.write("training/places.csv",
               "series,subject,provider,year,stage,value,note\n"
               "commissioned_places,\"Radiography, BSc\",Bangor University,2020-21,1st year,33,x\n"
               "commissioned_places,Audiology,,2020-21,2nd year,,\n"
               "planned_output,Audiology,,2024,,12.5,\n");
    data.write("published/staff.csv",
               "series,subject,year,value\nstaff_in_post,Genomics,2017,many\nstaff_in_post,Genomics,2018,7\n");
    const Input input = read(data);
    ASSERT_EQ(input.training.size(), 3U);
    EXPECT_EQ(input.training[0].series, "commissioned_places");
    EXPECT_EQ(input.training[0].subject, "Radiography, BSc");
    EXPECT_EQ(input.training[0].provider, "Bangor University");
    EXPECT_EQ(input.training[0].year, "2020-21");
    EXPECT_EQ(input.training[0].stage, "1st year");
    EXPECT_EQ(input.training[0].value, 3'300'000);
    EXPECT_TRUE(input.training[0].known);
    EXPECT_FALSE(input.training[1].known);
    EXPECT_EQ(input.training[2].value, 1'250'000);
    ASSERT_EQ(input.published.size(), 2U);
    EXPECT_FALSE(input.published[0].known);
    EXPECT_EQ(input.published[1].value, 700'000);
    EXPECT_EQ(finding(input, "series-value-not-a-number").places.at(0).line, 2U);
    EXPECT_EQ(input.ignored_columns, (std::vector<std::string>{"training/places.csv: note"}));
    ASSERT_EQ(input.files.size(), 3U);
    EXPECT_EQ(input.files[1].path, "published/staff.csv");
    EXPECT_EQ(input.files[1].rows, 2U);
    EXPECT_EQ(input.files[2].sha256.size(), 64U);
}

TEST(Series, WithoutTheirColumnsOrWithRaggedRowsAreRefused) {
    const DataDirectory data;
    add_record(data);
    data.write("training/a.csv", "series,subject,year\n");
    EXPECT_TRUE(refusal_of(data).starts_with("training/a.csv, line 1: the column value is missing."))
        << refusal_of(data);
    data.write("training/a.csv", "series,subject,year,value\n\na,b,c\n");
    EXPECT_TRUE(refusal_of(data).starts_with("training/a.csv, line 3: the row has more or fewer fields"));
    data.write("training/a.csv", "series,subject,year,value\na,\"b,c,1\n");
    EXPECT_TRUE(refusal_of(data).starts_with("training/a.csv, line 2: a field begins with a quotation mark"));
}

TEST(Establishment, IsKeptAsItsSubjectiveCodesDescribeIt) {
    const DataDirectory data;
    add_record(data);
    data.write("establishment/e.csv",
               "organisation,subjective_code,funded_fte,date\n"
               "7A1,4101,2.5,2023-03-31\n7A1,4101,0.33333,2023-03-31\n7A3,4102,1,2022-03-31\n7A3,4102,1,2023-03-31\n");
    data.write("subjective_codes/a.csv",
               "subjective_code,staff_group,occupation_code,job_role,area_of_work,pay_band,band_group,valid_to\n"
               "4101,Healthcare Scientists,U4A,Practitioner,Haematology,,Band 5-6,\n"
               "4102,Allied Health Professionals,S1F,,,Band 7,,2022-12-31\n");
    data.write("subjective_codes/b.csv",
               "subjective_code,occupation_code,pay_band,valid_from\n4102,S9F,Band 3,2023-01-01\n");
    const Input input = read(data);
    for (const validate::Finding& each : input.findings) EXPECT_FALSE(each.rule.starts_with("subjective")) << each.rule;
    ASSERT_EQ(input.establishment.size(), 4U);
    EXPECT_EQ(input.establishment[0].organisation, "7A1");
    EXPECT_EQ(input.establishment[0].subjective_code, "4101");
    EXPECT_EQ(input.establishment[0].staff_group, "Healthcare Scientists");
    EXPECT_EQ(input.establishment[0].occupation_code, "U4A");
    EXPECT_EQ(input.establishment[0].job_role, "Practitioner");
    EXPECT_EQ(input.establishment[0].area_of_work, "Haematology");
    EXPECT_EQ(input.establishment[0].pay_band, "");
    EXPECT_EQ(input.establishment[0].band_group, "Band 5-6");
    EXPECT_EQ(input.establishment[0].fte, 250'000);
    EXPECT_EQ(input.establishment[1].fte, 33'333);
    EXPECT_EQ(input.establishment[2].date, (Date{2022, 3, 31}));
    EXPECT_EQ(input.establishment[2].occupation_code, "S1F") << "what the code meant then";
    EXPECT_EQ(input.establishment[2].band_group, "Band 7/8a/8b");
    EXPECT_EQ(input.establishment[3].occupation_code, "S9F");
    EXPECT_EQ(input.establishment[3].staff_group, "");
    ASSERT_EQ(input.files.size(), 4U);
    EXPECT_EQ(input.files[2].path, "subjective_codes/a.csv");
}

TEST(Establishment, UnderACodeThatTheMapDoesNotHaveIsNamed) {
    const DataDirectory data;
    add_record(data);
    data.write("establishment/e.csv", "organisation,subjective_code,funded_fte,date\n7A1,4101,2.5,2023-03-31\n");
    EXPECT_EQ(finding(read(data), "subjective-code-not-mapped").places.at(0).line, 2U);
    data.write("subjective_codes/a.csv", "subjective_code,pay_band,valid_from\n4101,Band 5,2023-04-01\n");
    const Input input = read(data);
    EXPECT_EQ(finding(input, "subjective-code-not-mapped").places.at(0).line, 2U) << "not mapped yet at the date";
    ASSERT_EQ(input.establishment.size(), 1U);
    EXPECT_EQ(input.establishment[0].band_group, "");
}

TEST(SubjectiveCodes, ThatContradictThemselvesAreRefusedWithTheirPlace) {
    const DataDirectory data;
    add_record(data);
    const auto refused = [&](const std::string& rows) {
        data.write("subjective_codes/a.csv", "subjective_code,pay_band,band_group,valid_from,valid_to\n" + rows);
        return refusal_of(data);
    };
    EXPECT_TRUE(refused("1,,Band 5-6,,\n1,,Band 2-4,2023-01-01,\n")
                    .starts_with("subjective_codes/a.csv, line 3: subjective_code is mapped twice for the same day."));
    EXPECT_TRUE(refused("1,Band 10,,,\n")
                    .starts_with("subjective_codes/a.csv, line 2: pay_band or band_group is none of the pay scale"));
    EXPECT_TRUE(refused("1,,Unknown,,\n")
                    .starts_with("subjective_codes/a.csv, line 2: pay_band or band_group is none of the pay scale"));
    EXPECT_TRUE(refused("1,Band 6,Band 2-4,,\n")
                    .starts_with("subjective_codes/a.csv, line 2: the pay_band belongs to another group"));
    EXPECT_TRUE(refused("1,,Band 5-6,April,\n")
                    .starts_with("subjective_codes/a.csv, line 2: valid_from or valid_to is not a date"));
    data.write("subjective_codes/a.csv", "code,pay_band\n1,Band 5\n");
    EXPECT_TRUE(refusal_of(data).starts_with("subjective_codes/a.csv, line 1: the column subjective_code is missing."));
}

TEST(Establishment, IsChecked) {
    const DataDirectory data;
    add_record(data);
    data.write("establishment/e.csv",
               "organisation,subjective_code,FTEBudget,CensusDate\n7A1,123,2.5,2023-03-31\n7A1,124,none,2023-03-31\n");
    EXPECT_EQ(finding(read(data), "funded-fte-not-a-number").places.at(0).line, 3U);
    data.write("establishment/e.csv", "organisation,subjective_code,funded_fte,date\n7A1,123,2.5,March\n");
    EXPECT_TRUE(refusal_of(data).starts_with("establishment/e.csv, line 2: date is not a date;"));
}

TEST(Dataset, SaysThatRecordsAreMadeUp) {
    const DataDirectory data;
    add_record(data);
    EXPECT_FALSE(read(data).synthetic);
    data.write("dataset.yaml", "synthetic: true\ndescription:\n  en: Made up\n  cy: Dychmygol\n");
    const Input input = read(data);
    EXPECT_TRUE(input.synthetic);
    EXPECT_EQ(input.files.back().path, "dataset.yaml");
    data.write("dataset.yaml", "synthetic: false\n");
    EXPECT_FALSE(read(data).synthetic);
}

TEST(Dataset, ThatSaysSomethingElseIsRefusedWithItsLine) {
    const DataDirectory data;
    add_record(data);
    data.write("dataset.yaml", "# comment\nsynthetic: perhaps\n");
    EXPECT_TRUE(refusal_of(data).starts_with("dataset.yaml, line 2: synthetic is neither true nor false."));
    data.write("dataset.yaml", "synthetic: true\nsynthetic: false\n");
    EXPECT_TRUE(refusal_of(data).starts_with("dataset.yaml, line 2: a name stands here for the second time."));
    data.write("dataset.yaml", "synthetic: [true\n");
    EXPECT_TRUE(refusal_of(data).starts_with("dataset.yaml, line 2: "));
    data.write("dataset.yaml", "- synthetic\n");
    EXPECT_TRUE(refusal_of(data).starts_with("dataset.yaml, line 1: the file doesn't hold names with values."));
}

}  // namespace
}  // namespace quarterdeck::snapshot
