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
