#include <gmock/gmock.h>

#include "quarter.h"
#include "report/challenge/challenges.h"

namespace quarterdeck::testing {
namespace {

using report::Challenge;
using report::ChallengeRule;
using returns::Rating;
using returns::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Challenges : public ::testing::Test {
protected:
    std::vector<Challenge> found() const { return report::challenges(quarter_.source(), quarter_.imaging); }

    QuarterOfTwo quarter_;
};

TEST_F(Challenges, SayThatNothingWasReturnedAndNothingElse) {
    quarter_.returned("imaging", 1).overview.rating = Rating::green;
    EXPECT_THAT(found(), ElementsAre(Challenge{.rule = ChallengeRule::not_returned, .entry = ""}));
}

TEST_F(Challenges, HoldAGreenProgrammeAndItsActionAgainstAMilestoneTwoQuartersOverdue) {
    returns::Return& now = quarter_.returned("imaging");
    now.overview.rating = Rating::green;
    now.entries = {{.action_id = "A1", .status = Status::in_progress, .rating = Rating::green, .forecast = {}}};
    const Date due{2022, 9, 30};
    EXPECT_THAT(found(), ElementsAre(Challenge{ChallengeRule::green_milestone_overdue, "", "M1", due},
                                     Challenge{ChallengeRule::green_milestone_overdue, "A1", "M1", due}));
    now.milestones = {{.id = "M1", .state = returns::Milestone::State::met, .met_on = Date{2022, 9, 1}}};
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Challenges, FollowADateThatADecisionMoved) {
    quarter_.returned("imaging").overview.rating = Rating::green;
    quarter_.reported.moves = {{"imaging", quarter_.reported.quarter, {"M1", {2022, 12, 31}, "D1"}}};
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Challenges, NameEachOpenMilestoneOfABlueProgrammeAlsoOneWithoutADate) {
    quarter_.returned("imaging").overview.rating = Rating::blue;
    EXPECT_THAT(found(), ElementsAre(Challenge{ChallengeRule::blue_milestone_open, "", "M1", Date{2022, 9, 30}},
                                     Challenge{ChallengeRule::blue_milestone_open, "", "M2", std::nullopt}));
}

TEST_F(Challenges, AskForADecisionWhereAnActionStaysRed) {
    const returns::Entry red{.action_id = "A1", .status = Status::in_progress, .rating = Rating::red, .forecast = {}};
    quarter_.returned("imaging", 1).entries = {red};
    returns::Return& now = quarter_.returned("imaging");
    now.entries = {red};
    EXPECT_THAT(found(), ElementsAre(Challenge{.rule = ChallengeRule::red_without_decision, .entry = "A1"}));
    now.decisions = {{.id = "D1", .question = "Fund it?", .owner = "Governance group", .needed_by = {}}};
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Challenges, LeaveOutRulesThatATemplateSwitchesOff) {
    returns::Return& now = quarter_.returned("imaging");
    now.risks = {{.id = "R1", .title = "", .likelihood = 5, .impact = 5, .mitigation = "", .owner = ""}};
    EXPECT_THAT(found(), ElementsAre(Challenge{.rule = ChallengeRule::risk_without_mitigation, .entry = "R1"}));
    quarter_.off = {ChallengeRule::risk_without_mitigation};
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Challenges, TellAnUnchangedNarrativeUnlessTheActionIsComplete) {
    returns::Entry entry{.action_id = "A1",
                         .status = Status::in_progress,
                         .rating = Rating::amber,
                         .narrative = "As before.",
                         .forecast = {}};
    for (std::size_t ago = 0; ago < 3; ++ago) quarter_.returned("imaging", ago).entries = {entry};
    EXPECT_THAT(found(), ElementsAre(Challenge{.rule = ChallengeRule::narrative_unchanged, .entry = "A1"}));
    entry.status = Status::complete;
    entry.percent_complete = 100;
    quarter_.returned("imaging").entries = {entry};
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Challenges, CompareAMeasureWithLastQuarter) {
    const auto measured = [](std::int64_t actual) {
        return returns::Measurement{
            .id = "A1", .baseline = Decimal{10, 0}, .target = Decimal{50, 0}, .actual = Decimal{actual, 0}};
    };
    quarter_.returned("imaging", 1).measurements = {measured(40)};
    quarter_.returned("imaging").measurements = {measured(30)};
    EXPECT_THAT(found(), ElementsAre(Challenge{.rule = ChallengeRule::measure_moving_away, .entry = "A1"}));
}

}  // namespace
}  // namespace quarterdeck::testing
