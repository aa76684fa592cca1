#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "programmes.h"
#include "published.h"

namespace quarterdeck::tests {
namespace {

const Action& entry(const std::string& programme_id, const std::string& id) {
    static const Action none;
    for (const Programme& each : programmes())
        if (each.id == programme_id)
            for (const Action& action : each.actions)
                if (action.id == id) return action;
    ADD_FAILURE() << programme_id << " has no entry " << id;
    return none;
}

std::size_t entries_of(const std::string& programme_id, const std::string& plan) {
    const std::vector<Action> actions = programme(programme_id).actions;
    return static_cast<std::size_t>(
        std::count_if(actions.begin(), actions.end(), [&](const Action& action) { return action.plan == plan; }));
}

std::string indicator(const Action& action, Indicator::Kind kind) {
    for (const Indicator& one : action.indicators)
        if (one.kind == kind) return one.title.en;
    return "";
}

const std::map<std::string, Horizon> horizons{
    {"Short", Horizon::short_term}, {"Medium", Horizon::medium_term}, {"Long", Horizon::long_term}};

TEST(FrameworkActions, AreAllThereWithTheirHorizonsAndIndicators) {
    const std::vector<CsvRow> published_actions = published("framework_actions.csv");
    EXPECT_EQ(entries_of("healthcare_science", "framework"), published_actions.size());
    const std::map<std::string, std::string> letters{{"Workforce", "W"},
                                                     {"Applied Research and Innovation for Service Improvement", "R"},
                                                     {"Service Redesign and Transformation", "S"},
                                                     {"Culture and Integration", "C"},
                                                     {"Quality & Service Improvement", "Q"}};
    for (const CsvRow& row : published_actions) {
        const std::string id = "HCS-F-" + letters.at(row.at("section")) + row.at("action_number");
        const Action& found = entry("healthcare_science", id);
        EXPECT_EQ(found.horizon_from, horizons.at(row.at("horizon_from"))) << id;
        EXPECT_EQ(found.horizon_to, horizons.at(row.at("horizon_to"))) << id;
        EXPECT_NE(found.title.en, row.at("action_summary"));
        EXPECT_EQ(indicator(found, Indicator::Kind::process).empty(), row.at("process_summary").empty()) << id;
        EXPECT_EQ(indicator(found, Indicator::Kind::output).empty(), row.at("output_summary").empty()) << id;
        EXPECT_EQ(indicator(found, Indicator::Kind::outcome).empty(), row.at("outcome_summary").empty()) << id;
    }
}

/// "Q4" of 2023/24 is "2023-24Q4"; the later one of two; a year where no quarter is named.
std::string due(const CsvRow& row) {
    const std::string year = row.at("fiscal_year").substr(0, 4) + "-" + row.at("fiscal_year").substr(5);
    const std::string& when = row.at("when");
    const std::size_t quarter = when.rfind('Q');
    return quarter == std::string::npos ? year : year + when.substr(quarter);
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

TEST(RadiologyPriorities, AreAllThereWithTheirLeadsAndDates) {
    const std::vector<CsvRow> priorities = published("imaging_priorities.csv");
    EXPECT_EQ(entries_of("imaging", "radiology_priorities"), priorities.size());
    for (const CsvRow& row : priorities) {
        const std::string id = "IMG-P" + row.at("row") + "-" + row.at("fiscal_year").substr(0, 4);
        const Action& found = entry("imaging", id);
        EXPECT_EQ(found.due, due(row)) << id;
        if (row.at("lead").find("with") == std::string::npos) {
            EXPECT_EQ(without_blanks(found.lead), without_blanks(row.at("lead"))) << id;
        }
        EXPECT_NE(found.title.en, row.at("summary")) << id;
    }
}

TEST(RadiographyWorkstreams, HaveEachNextStepInBothLanguages) {
    std::map<std::string, std::vector<std::string>> steps;
    for (const CsvRow& row : published("wrap_workstreams.csv")) {
        std::string number = row.at("workstream_number");
        if (const std::size_t both = number.find(" and "); both != std::string::npos) number.replace(both, 5, "-");
        steps["IMG-W" + number].push_back(row.at("next_step_summary"));
    }
    EXPECT_EQ(entries_of("imaging", "radiography_workstreams"), steps.size());
    for (const auto& [id, published_steps] : steps) {
        const Action& found = entry("imaging", id);
        ASSERT_EQ(found.next_steps.size(), published_steps.size()) << id;
        for (std::size_t i = 0; i < published_steps.size(); ++i) {
            EXPECT_NE(found.next_steps[i].en, published_steps[i]) << id;
            EXPECT_FALSE(found.next_steps[i].cy.empty()) << id;
        }
    }
}

TEST(StrategicActions, BeginInTheFirstYearThatThePublishedPlanTicksAndSayWhatTheyAreGoodFor) {
    for (const CsvRow& row : published("strategic_actions.csv"))
        for (const Programme& each : programmes())
            for (const Action& action : each.actions) {
                if (action.id != row.at("id")) continue;
                EXPECT_EQ(action.starts, row.at("timeframe_2023_24") == "yes" ? "2023-24" : "2024-25") << action.id;
                EXPECT_FALSE(action.benefit.en.empty()) << action.id;
                EXPECT_EQ(action.plan, "strategic") << action.id;
            }
}

TEST(Interdependencies, NameTheirOtherSide) {
    std::vector<std::string> ids;
    for (const Programme& each : programmes()) ids.push_back(each.id);
    for (const Programme& each : programmes())
        for (const Action& action : each.actions) {
            if (action.kind != Action::Kind::interdependency) continue;
            EXPECT_FALSE(action.with.empty()) << action.id;
            EXPECT_EQ(std::count(action.with.begin(), action.with.end(), each.id), 0) << action.id;
        }
    EXPECT_EQ(entry("imaging", "IMG-I3").with, std::vector<std::string>{"healthcare_science"});
}

}  // namespace
}  // namespace quarterdeck::tests
