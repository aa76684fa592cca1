#include <gtest/gtest.h>

#include <algorithm>

#include "extract.h"

namespace example_test {
namespace {

std::string line_with(const std::string& file, const std::string& start) {
    const std::string text = read_text(example(1) / file);
    const std::size_t at = text.find("\n" + start);
    return at == std::string::npos ? "" : text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

TEST(Series, OfCommissionedPlacesNameCourseUniversityYearAndStage) {
    const std::string file = "training/commissioned_places.csv";
    const std::string course = "commissioned_places,Diagnostic Radiography BSc,Bangor University,";
    EXPECT_EQ(line_with(file, course + "2020-21,1st year"), course + "2020-21,1st year,33");
    EXPECT_EQ(line_with(file, course + "2023-24,"), course + "2023-24,Commissioning numbers,31");
}

TEST(Series, LeaveOutTotalsOfOtherRows) {
    for (const char* file : {"training/commissioned_places.csv", "training/planned_output.csv"})
        for (const auto& row : read_table(example(1) / file)) EXPECT_FALSE(row.at("provider").empty());
    EXPECT_EQ(read_table(example(1) / "training/commissioned_places.csv").size(), 120U);
}

TEST(Series, KeepWhatIsNotKnownEmpty) {
    EXPECT_EQ(line_with("training/planned_output.csv", "planned_output,Radiology Assistant"),
              "planned_output,Radiology Assistant Practitioner HE Cert,Cardiff University,2024,,");
    EXPECT_EQ(line_with("training/cct_output.csv", "cct_output,Histopathology"), "cct_output,Histopathology,,2023,,");
}

TEST(Series, OfCctOutputAndStaffInPostAreAsPublished) {
    std::int64_t radiology = 0;
    for (const auto& row : read_table(example(1) / "training/cct_output.csv"))
        if (row.at("subject") == "Radiology") radiology += units(row.at("value"), 0);
    EXPECT_EQ(radiology, 91);
    EXPECT_EQ(line_with("published/staff_in_post.csv", "staff_in_post,Gastroenterology,,2017"),
              "staff_in_post,Gastroenterology,,2017,observed,1150");
    EXPECT_EQ(read_table(example(1) / "published/staff_in_post.csv").size(), 440U);
}

TEST(Dataset, SaysThatTheRecordsAreSynthetic) {
    EXPECT_TRUE(read_text(example(1) / "dataset.yaml").starts_with("synthetic: true\ndescription:\n  en: "));
    const std::string readme = read_text(example(1) / "README.md");
    EXPECT_NE(readme.find("synthetic. Nobody in them exists."), std::string::npos);
    EXPECT_NE(readme.find("--seed 1"), std::string::npos);
}

}  // namespace
}  // namespace example_test
