#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "example.h"
#include "extract.h"

namespace example_test {
namespace {

constexpr std::size_t wanted = 50'000;

const std::filesystem::path& scaled_example() {
    static const std::filesystem::path path = [] {
        auto fresh = fresh_path();
        quarterdeck::example::write_example({published, fresh, wanted, 1});
        return fresh;
    }();
    return path;
}

const std::vector<Record>& scaled() {
    static const std::vector<Record> all = read_extract(scaled_example() / "assignments/2023-03-31.csv");
    return all;
}

std::set<std::string> people_of(const std::vector<Record>& records) {
    std::set<std::string> people;
    for (const Record& record : records) people.insert(record.person);
    return people;
}

/// People by the published row of their primary assignment.
std::map<std::string, std::size_t> primary_rows(const std::vector<Record>& records) {
    std::map<std::string, std::size_t> rows;
    for (const Record& record : records)
        if (record.primary == "Yes" && record.counted()) ++rows[record.row()];
    return rows;
}

TEST(ScaledExample, HoldsExactlyTheNumberOfPeople) {
    EXPECT_EQ(people_of(scaled()).size(), wanted);
}

TEST(ScaledExample, KeepsTheProportionsOfEveryRow) {
    const std::size_t base = people_of(records(1)).size();
    const auto rows = primary_rows(scaled());
    const auto base_rows = primary_rows(records(1));
    ASSERT_EQ(rows.size(), base_rows.size());
    for (const auto& [row, people] : base_rows) {
        const double expected = static_cast<double>(people) * wanted / static_cast<double>(base);
        EXPECT_NEAR(static_cast<double>(rows.at(row)), expected, 2.0) << row;
    }
}

TEST(ScaledExample, GivesAboutThreeInAHundredTwoAssignments) {
    std::map<std::string, std::vector<const Record*>> posts;
    for (const Record& record : scaled()) posts[record.person].push_back(&record);
    std::size_t two = 0;
    std::size_t two_employers = 0;
    std::size_t two_rows = 0;
    for (const auto& [person, held] : posts) {
        if (held.size() < 2) continue;
        ASSERT_EQ(held.size(), 2U);
        ++two;
        two_employers += held[0]->organisation != held[1]->organisation ? 1 : 0;
        const bool both_count = held[0]->counted() && held[1]->counted();
        two_rows += both_count && !held[0]->row().empty() && held[0]->row() != held[1]->row() ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(two), 0.03 * wanted, 0.004 * wanted);
    EXPECT_GT(two_employers, 300U);
    EXPECT_GT(two_rows, 50U);
}

TEST(ScaledExample, KnowsEachAssignmentOnce) {
    std::set<std::string> assignments;
    for (const Record& record : scaled())
        EXPECT_TRUE(assignments.insert(record.organisation + record.assignment).second);
}

TEST(ScaledExample, VariesThePeopleWhoAreRepeated) {
    std::set<std::string> lives;
    for (const Record& record : scaled()) lives.insert(record.born + record.start + record.organisation);
    EXPECT_GT(lives.size(), wanted * 95 / 100);
}

TEST(ScaledExample, HasOneSnapshotAndSaysThatItIsScaled) {
    const auto files = std::filesystem::directory_iterator(scaled_example() / "assignments");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
    EXPECT_NE(read_text(scaled_example() / "README.md").find("--people 50000"), std::string::npos);
}

}  // namespace
}  // namespace example_test
