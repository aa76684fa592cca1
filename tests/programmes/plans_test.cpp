#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "programmes.h"
#include "published.h"

namespace quarterdeck::tests {
namespace {

const std::map<std::string, std::string> letter_of{
    {"imaging", "I"}, {"pathology", "P"}, {"endoscopy", "E"}, {"genomics", "G"}, {"healthcare_science", "none"}};

/// Published entries of the strategic plan (with business as usual), and of the programmes' own plans.
std::vector<CsvRow> strategic_entries() {
    std::vector<CsvRow> entries = published("strategic_actions.csv");
    for (const CsvRow& row : published("programme_actions.csv"))
        if (row.at("programme") == "bau") entries.push_back(row);
    return entries;
}

bool concerns(const std::string& areas, const std::string& letter) {
    const bool agreed = std::regex_match(areas, std::regex("[PIEG, ]+"));
    return !agreed || areas.find(letter) != std::string::npos;
}

/// plan_entries_test.cpp has the tests of these.
bool of_a_further_plan(const Action& action) {
    return action.plan == "framework" || action.plan.starts_with("radiolog") || action.plan.starts_with("radiograph");
}

const Action* entry(const Programme& programme, const std::string& id) {
    for (const Action& action : programme.actions)
        if (action.id == id) return &action;
    return nullptr;
}

TEST(Plans, HoldEveryPublishedEntryOfTheProgrammeAndNoOther) {
    for (const auto& [id, letter] : letter_of) {
        std::multiset<std::string> expected;
        for (const CsvRow& row : strategic_entries())
            if (concerns(row.at("programme_areas"), letter)) expected.insert(row.at("id"));
        for (const CsvRow& row : published("programme_actions.csv"))
            if (row.at("programme") == id) expected.insert(row.at("id"));
        std::multiset<std::string> held;
        for (const Action& action : programme(id).actions)
            if (!of_a_further_plan(action)) held.insert(action.id);
        EXPECT_EQ(held, expected) << id;
    }
}

TEST(Plans, KeepTheKindsOfThePublishedEntries) {
    const std::map<std::string, Action::Kind> kinds{{"action", Action::Kind::action},
                                                    {"milestone", Action::Kind::milestone},
                                                    {"risk", Action::Kind::risk},
                                                    {"resource_dependency", Action::Kind::resource_dependency},
                                                    {"interdependency", Action::Kind::interdependency}};
    for (const CsvRow& row : published("programme_actions.csv")) {
        if (row.at("programme") == "bau") continue;
        const Action* found = entry(programme(row.at("programme")), row.at("id"));
        ASSERT_NE(found, nullptr) << row.at("id");
        EXPECT_EQ(found->kind, kinds.at(row.at("kind"))) << row.at("id");
    }
}

TEST(Plans, AreInWordsOfTheirOwn) {
    std::map<std::string, std::string> summaries;
    for (const CsvRow& row : published("strategic_actions.csv")) summaries[row.at("id")] = row.at("summary");
    for (const CsvRow& row : published("programme_actions.csv")) summaries[row.at("id")] = row.at("summary");
    for (const Programme& each : programmes())
        for (const Action& action : each.actions) {
            if (of_a_further_plan(action)) continue;
            EXPECT_NE(action.title.en, summaries.at(action.id)) << action.id;
            EXPECT_NE(action.title.en, action.title.cy) << action.id;
        }
}

TEST(Plans, FallDueInTheLastYearThatThePublishedPlanTicks) {
    for (const CsvRow& row : strategic_entries()) {
        const std::string due = row.at("timeframe_2024_25") == "yes" ? "2024-25" : "2023-24";
        for (const Programme& each : programmes()) {
            const Action* found = entry(each, row.at("id"));
            EXPECT_TRUE(found == nullptr || found->due == due) << each.id << " " << row.at("id");
        }
    }
}

TEST(Plans, FallDueInThePublishedQuarter) {
    const std::map<std::string, std::string> quarters{{"", ""},
                                                      {"Ongoing", ""},
                                                      {"Q1 2024/25", "2024-25Q1"},
                                                      {"Q2 2024/25", "2024-25Q2"},
                                                      {"July 2024", "2024-25Q2"},
                                                      {"Q4 2023/24", "2023-24Q4"},
                                                      {"Q4", "2023-24Q4"},
                                                      {"Quarter 1", "2023-24Q1"},
                                                      {"Quarter 2", "2023-24Q2"},
                                                      {"Quarter 3", "2023-24Q3"},
                                                      {"Quarter 4", "2023-24Q4"}};
    for (const CsvRow& row : published("programme_actions.csv")) {
        if (row.at("programme") == "bau") continue;
        const Action* found = entry(programme(row.at("programme")), row.at("id"));
        ASSERT_NE(found, nullptr) << row.at("id");
        EXPECT_EQ(found->due, quarters.at(row.at("due"))) << row.at("id");
    }
}

TEST(Plans, LinkEachPathologyActionToItsMilestone) {
    std::size_t links = 0;
    for (const CsvRow& row : published("programme_actions.csv")) {
        if (row.at("kind") != "action" || row.at("linked_id").empty()) continue;
        const Action* found = entry(programme(row.at("programme")), row.at("id"));
        ASSERT_NE(found, nullptr) << row.at("id");
        EXPECT_EQ(found->linked_id, row.at("linked_id"));
        ++links;
    }
    EXPECT_EQ(links, 7U);
}

TEST(Plans, NameLeadsForTheStrategicActions) {
    for (const CsvRow& row : strategic_entries())
        for (const Programme& each : programmes()) {
            const Action* found = entry(each, row.at("id"));
            EXPECT_TRUE(found == nullptr || !found->lead.empty()) << each.id << " " << row.at("id");
        }
}

}  // namespace
}  // namespace quarterdeck::tests
