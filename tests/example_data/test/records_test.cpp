#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "example.h"
#include "extract.h"

namespace example_test {
namespace {

TEST(Records, AreTheSameForTheSameSeed) {
    const auto again = fresh_path();
    quarterdeck::example::write_example({published, again, std::nullopt, 1});
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(again)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const auto name = std::filesystem::relative(entry.path(), again);
        EXPECT_EQ(read_text(entry.path()), read_text(example(1) / name)) << name;
    }
    EXPECT_EQ(files, 11);
}

TEST(Records, DifferForAnotherSeed) {
    EXPECT_NE(read_text(example(1) / "assignments/2023-03-31.csv"),
              read_text(example(2) / "assignments/2023-03-31.csv"));
}

TEST(Records, TakeCodesRolesBandsAndOrganisationsFromTheReferenceLists) {
    std::set<std::string> organisations;
    for (const auto& row : read_table(reference / "organisations.csv")) organisations.insert(row.at("ods_code"));
    std::set<std::string> codes;
    for (const auto& row : read_table(reference / "occupation_codes.csv"))
        if (row.at("status") == "valid") codes.insert(row.at("code"));
    std::set<std::string> roles;
    for (const auto& row : read_table(reference / "job_roles.csv"))
        roles.insert(row.at("staff_group") + "|" + row.at("job_role"));
    std::set<std::string> bands;
    for (const auto& row : read_table(reference / "pay_bands.csv")) bands.insert(row.at("pay_band"));
    for (const Record& record : records(1)) {
        EXPECT_TRUE(organisations.contains(record.organisation)) << record.organisation;
        EXPECT_TRUE(record.host.empty() || organisations.contains(record.host)) << record.host;
        EXPECT_TRUE(record.code.empty() || codes.contains(record.code)) << record.code;
        EXPECT_TRUE(roles.contains(record.staff_group + "|" + record.job_role)) << record.job_role;
        EXPECT_TRUE(bands.contains(record.pay_band)) << record.pay_band;
    }
}

TEST(Records, LackAnOccupationCodeOnlyWhereTheListHasNone) {
    const std::set<std::string> doctors{"Cardiology", "Respiratory Medicine", "Ear Nose and Throat"};
    for (const Record& record : records(1)) {
        if (!record.code.empty()) continue;
        const bool no_code_listed = doctors.contains(record.area_of_work) || record.job_role == "Clerical Worker" ||
                                    record.staff_group == "Estates and Ancillary";
        EXPECT_TRUE(no_code_listed) << record.staff_group << ", " << record.area_of_work;
    }
}

TEST(Records, KnowEachAssignmentOnceAndEachPersonByOneGenderAndBirthday) {
    std::set<std::string> assignments;
    std::map<std::string, std::string> people;
    std::map<std::string, int> primaries;
    for (const Record& record : records(1)) {
        EXPECT_TRUE(assignments.insert(record.organisation + record.assignment).second);
        const std::string person = record.gender + record.born;
        EXPECT_EQ(people.try_emplace(record.person, person).first->second, person);
        primaries[record.person] += record.primary == "Yes" ? 1 : 0;
        EXPECT_TRUE(record.person.starts_with("SYN"));
        EXPECT_LE(record.start, "2023-03-31");
        EXPECT_GE(std::stoi(record.start.substr(0, 4)) - std::stoi(record.born.substr(0, 4)), 16);
    }
    for (const auto& [person, count] : primaries) EXPECT_EQ(count, 1);
}

TEST(Records, HoldTheVarietyOfARealExtract) {
    std::map<std::string, int> statuses;
    std::map<std::string, int> categories;
    std::map<std::string, std::set<std::string>> employers;
    std::map<std::string, int> counted_posts;
    int hosted_doctors_in_training = 0;
    int outside = 0;
    for (const Record& record : records(1)) {
        ++statuses[record.status];
        ++categories[record.category];
        employers[record.person].insert(record.organisation);
        if (record.counted()) ++counted_posts[record.person];
        if (!record.host.empty()) {
            EXPECT_EQ(record.pay_band, "Specialty Registrar");
            ++hosted_doctors_in_training;
        }
        if (record.counted() && record.row().empty()) ++outside;
    }
    for (const char* status : {"Active Assignment", "Internal Secondment", "Acting Up", "Career Break",
                               "Inactive Not Worked", "Maternity & Adoption", "Suspend No Pay"})
        EXPECT_GT(statuses[status], 0) << status;
    for (const char* category : {"Permanent", "Fixed Term Temp", "Locum", "Bank", "Honorary"})
        EXPECT_GT(categories[category], 0) << category;
    EXPECT_GT(std::ranges::count_if(employers, [](const auto& one) { return one.second.size() == 2; }), 50);
    EXPECT_GT(std::ranges::count_if(counted_posts, [](const auto& one) { return one.second == 2; }), 100);
    EXPECT_GT(hosted_doctors_in_training, 100);
    EXPECT_GT(outside, 5000);
}

TEST(Records, OfTheYearBeforeShowMostOfTheSamePeopleAndSomeWhoLeft) {
    std::map<std::string, std::string> now;
    for (const Record& record : records(1)) now[record.person] = record.gender + record.born;
    std::set<std::string> earlier;
    std::size_t stayed = 0;
    for (const Record& record : read_extract(example(1) / "assignments/2022-03-31.csv")) {
        EXPECT_LE(record.start, "2022-03-31");
        if (!earlier.insert(record.person).second || !now.contains(record.person)) continue;
        ++stayed;
        EXPECT_EQ(now.at(record.person), record.gender + record.born);
    }
    EXPECT_GT(stayed * 100, now.size() * 85);
    EXPECT_LT(stayed, now.size());
    EXPECT_GT((earlier.size() - stayed) * 100, now.size() * 4);
    EXPECT_LT(earlier.size(), now.size());
}

TEST(Establishment, IsAFewPerCentAboveTheFteInPost) {
    std::int64_t in_post = 0;
    for (const Record& record : records(1))
        if (record.counted()) in_post += record.fte_units();
    std::int64_t funded = 0;
    for (const auto& row : read_table(example(1) / "establishment/2023-03-31.csv")) {
        EXPECT_EQ(row.at("date"), "2023-03-31");
        funded += units(row.at("funded_fte"), 5);
    }
    EXPECT_GT(funded * 100, in_post * 101);
    EXPECT_LT(funded * 100, in_post * 107);
}

TEST(Establishment, HasAMeaningForEachOfItsCodes) {
    std::set<std::string> mapped;
    for (const auto& row : read_table(example(1) / "subjective_codes/2023.csv")) {
        EXPECT_TRUE(mapped.insert(row.at("subjective_code")).second) << row.at("subjective_code");
        EXPECT_NE(row.at("staff_group"), "") << row.at("subjective_code");
        EXPECT_NE(row.at("pay_band").empty(), row.at("band_group").empty()) << row.at("subjective_code");
    }
    std::size_t funded = 0;
    for (const auto& row : read_table(example(1) / "establishment/2023-03-31.csv"))
        funded += mapped.count(row.at("subjective_code"));
    EXPECT_GT(funded, 100U);
    EXPECT_EQ(funded, read_table(example(1) / "establishment/2023-03-31.csv").size());
}

TEST(Establishment, IsFundedWhereDoctorsInTrainingWork) {
    std::map<std::string, std::int64_t> in_post;
    for (const Record& record : records(1))
        if (record.row().starts_with("Diagnostic Radiology|Medical") && record.counted())
            in_post[record.host.empty() ? record.organisation : record.host] += record.fte_units();
    std::map<std::string, std::int64_t> funded;
    for (const auto& row : read_table(example(1) / "establishment/2023-03-31.csv")) {
        if (!row.at("subjective_code").starts_with("SYN4302")) continue;
        funded[row.at("organisation")] += units(row.at("funded_fte"), 5);
    }
    EXPECT_EQ(funded.size(), in_post.size());
    for (const auto& [organisation, fte] : in_post) EXPECT_GE(funded[organisation], fte) << organisation;
}

}  // namespace
}  // namespace example_test
