#include "register/reported.h"

#include <gmock/gmock.h>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

using testing::ElementsAre;

using ReportedReturns = OnBoth;
INSTANTIATE_TEST_SUITE_P(Register, ReportedReturns, both_backends(), backend_name);

Return rated(const std::string& programme, const char* quarter_text, Rating rating) {
    Return content = sample_return();
    content.programme = programme;
    content.quarter = quarter(quarter_text);
    content.entries = {{.action_id = "A1", .rating = rating}};
    return content;
}

std::vector<std::optional<Rating>> ratings(const Reported& reported, const std::string& programme) {
    std::vector<std::optional<Rating>> ratings;
    for (const std::optional<Entry>& entry : reported.history(programme, "A1"))
        ratings.push_back(entry ? std::optional(entry->rating) : std::nullopt);
    return ratings;
}

TEST_P(ReportedReturns, GoBackQuarterByQuarterWithGapsWhereNothingWasReturned) {
    Register filed = created();
    filed.append(rated("imaging", "2022-23Q1", Rating::red));
    filed.append(rated("imaging", "2022-23Q2", Rating::amber));
    filed.append(rated("imaging", "2022-23Q4", Rating::green));
    const Reported reported = filed.reported(quarter("2022-23Q4"), 4);
    EXPECT_THAT(ratings(reported, "imaging"), ElementsAre(Rating::green, std::nullopt, Rating::amber, Rating::red));
    EXPECT_EQ(reported.find("imaging", 1), nullptr);
    EXPECT_EQ(reported.find("imaging", 9), nullptr);
}

TEST_P(ReportedReturns, RememberWhichPlanTheLastEarlierReturnWasFor) {
    Register filed = created();
    Definitions plan{
        .programme = "imaging", .version = "1.0.0", .actions = {{.id = "A1", .title = {"Train", "Hyfforddi"}}}};
    const auto returned = [&](const char* quarter_text) {
        filed.keep(plan);
        Return content = rated("imaging", quarter_text, Rating::green);
        content.definitions_sha256 = plan.sha256();
        filed.append(content);
    };
    returned("2022-23Q1");
    plan.actions[0].title.en = "Train more";
    returned("2022-23Q2");
    const Definitions second = plan;
    plan.actions[0].title.en = "Train most";
    returned("2022-23Q4");
    EXPECT_THAT(filed.reported(quarter("2022-23Q4")).earlier_plans,
                ElementsAre(EarlierPlan{quarter("2022-23Q2"), second}));
    EXPECT_THAT(filed.reported(quarter("2022-23Q1")).earlier_plans, ElementsAre());
}

TEST_P(ReportedReturns, LeaveOutDrafts) {
    Register filed = created();
    Return draft = rated("imaging", "2022-23Q4", Rating::green);
    filed.append(rated("imaging", "2022-23Q4", Rating::red));
    draft.draft = true;
    filed.append(draft);
    const Reported reported = filed.reported(quarter("2022-23Q4"));
    EXPECT_THAT(ratings(reported, "imaging").front(), Rating::red);
    EXPECT_TRUE(reported.superseded.empty());
    EXPECT_EQ(filed.latest("imaging", quarter("2022-23Q4"))->state(), Return::State::draft);
}

TEST_P(ReportedReturns, AreAsTheyWereKnownAtANumber) {
    Register filed = created();
    filed.append(rated("imaging", "2022-23Q4", Rating::red));
    const Reported then = filed.reported(quarter("2022-23Q4"));
    filed.append(rated("imaging", "2022-23Q4", Rating::green));
    filed.append(rated("pathology", "2022-23Q4", Rating::green));
    const Reported again = filed.reported(quarter("2022-23Q4"), 4, then.known_up_to);
    EXPECT_EQ(again.quarters, then.quarters);
    EXPECT_EQ(again.known_up_to, 1);
    const Reported now = filed.reported(quarter("2022-23Q4"));
    EXPECT_THAT(ratings(now, "imaging").front(), Rating::green);
    EXPECT_THAT(now.superseded, ElementsAre(Superseded{"imaging", 1, 2, {"A1"}}));
}

TEST_P(ReportedReturns, AreApprovedUntilTheyAreCorrected) {
    Register filed = created();
    const std::int64_t number = filed.append(sample_return());
    const Approval approval{"imaging", quarter("2022-23Q4"), number, "Clinical lead", {2023, 4, 20}};
    filed.append(approval);
    EXPECT_EQ(filed.latest("imaging", quarter("2022-23Q4"))->approval, approval);
    EXPECT_EQ(filed.latest("imaging", quarter("2022-23Q4"))->state(), Return::State::approved);
    filed.append(sample_return());
    EXPECT_EQ(filed.latest("imaging", quarter("2022-23Q4"))->state(), Return::State::submitted);
}

TEST_P(ReportedReturns, KeepTheDecisionLogAndTheDatesThatItMoved) {
    Return before = sample_return();
    before.quarter = quarter("2022-23Q3");
    before.decisions = {{.id = "D1", .question = "May the date move?", .owner = "Governance group"}};
    Register filed = created();
    filed.append(full_return());
    filed.append(before);
    const Reported reported = filed.reported(quarter("2022-23Q4"));
    ASSERT_EQ(reported.decisions.size(), 2U);
    EXPECT_EQ(reported.decisions[0].decision.outcome, "Yes, to December.");
    const Action milestone{.id = "IMG-M2", .due = "2022-23Q4"};
    EXPECT_EQ(reported.baseline("imaging", milestone), (Date{2023, 12, 31}));
    EXPECT_EQ(reported.baseline("pathology", milestone), (Date{2023, 3, 31}));
    EXPECT_EQ(reported.baseline("imaging", Action{.id = "IMG-M3"}), std::nullopt);
    EXPECT_EQ(filed.reported(quarter("2022-23Q3")).baseline("imaging", milestone), (Date{2023, 3, 31}));
}

TEST_P(ReportedReturns, ShowBothSidesOfAnInterdependency) {
    Return other = sample_return();
    other.programme = "healthcare_science";
    other.dependencies = {
        {.programme = "imaging", .id = "IMG-I1", .rating = Rating::green, .view = "The codes are ready."}};
    Register filed = created();
    filed.append(other);
    filed.append(full_return());
    EXPECT_THAT(filed.reported(quarter("2022-23Q4")).views("imaging", "IMG-I1"),
                ElementsAre(SideView{"imaging", full_return().dependencies[0]},
                            SideView{"healthcare_science", other.dependencies[0]}));
}

TEST_P(ReportedReturns, HaveTheCalendarAndTheEditionsOfTheirQuarter) {
    const Calendar calendar{.quarter = quarter("2022-23Q4"),
                            .snapshot = {2023, 3, 31},
                            .return_due = {2023, 4, 14},
                            .cut_off = {2023, 4, 21},
                            .sign_off = {2023, 4, 28},
                            .papers_out = {2023, 5, 5},
                            .meeting = {2023, 5, 12},
                            .leads = {{"imaging", "Clinical lead"}}};
    const Edition edition{.report = "quarterly-governance",
                          .quarter = quarter("2022-23Q4"),
                          .edition = 2,
                          .state = Edition::State::issued,
                          .audience = Edition::Audience::publicly,
                          .known_up_to = 1,
                          .by = "Secretariat",
                          .on = {2023, 5, 5},
                          .embargo = "2023-05-12 09:30",
                          .note = "A milestone was corrected."};
    Register filed = created();
    filed.append(calendar);
    filed.append(edition);
    EXPECT_EQ(filed.reported(quarter("2022-23Q4")).calendar, calendar);
    EXPECT_FALSE(filed.reported(quarter("2022-23Q3")).calendar);
    EXPECT_THAT(filed.editions("quarterly-governance", quarter("2022-23Q4")), ElementsAre(edition));
    EXPECT_TRUE(filed.editions("annual-progress", quarter("2022-23Q4")).empty());
}

}  // namespace
}  // namespace quarterdeck::returns
