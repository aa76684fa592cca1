#include <gmock/gmock.h>

#include "quarter.h"
#include "report/board/definition_changes.h"
#include "report/board/form.h"
#include "report/board/priorities.h"
#include "report/board/progress.h"

namespace quarterdeck::testing {
namespace {

using report::Direction;
using returns::Rating;
using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(ADirection, IsKnownOnlyBetweenTwoRatings) {
    EXPECT_EQ(report::direction(Rating::green, Rating::amber), Direction::better);
    EXPECT_EQ(report::direction(Rating::blue, Rating::green), Direction::better);
    EXPECT_EQ(report::direction(Rating::red, Rating::amber), Direction::worse);
    EXPECT_EQ(report::direction(Rating::red, Rating::red), Direction::same);
    EXPECT_EQ(report::direction(std::nullopt, Rating::red), Direction::not_known);
    EXPECT_EQ(report::direction(Rating::red, std::nullopt), Direction::not_known);
}

TEST(ARatingLine, NeverTakesLastQuartersRatingForThisOnes) {
    QuarterOfTwo quarter;
    quarter.returned("imaging", 1).overview.rating = Rating::green;
    const report::RatingLine line = report::rating_line(quarter.source(), quarter.imaging);
    EXPECT_EQ(line.now, std::nullopt);
    EXPECT_EQ(line.before, Rating::green);
    EXPECT_FALSE(line.returned);
    EXPECT_EQ(line.direction, Direction::not_known);
}

TEST(ARatingLine, IsLateAfterTheDayOnWhichItWasDue) {
    QuarterOfTwo quarter;
    quarter.returned("imaging").submitted_on = {2023, 4, 12};
    quarter.reported.calendar = returns::Calendar{.quarter = quarter.reported.quarter, .return_due = {2023, 4, 12}};
    EXPECT_FALSE(report::rating_line(quarter.source(), quarter.imaging).late);
    quarter.reported.calendar->return_due = {2023, 4, 11};
    EXPECT_TRUE(report::rating_line(quarter.source(), quarter.imaging).late);
}

TEST(Milestones, StandByBaselineDateAndThoseWithoutOneLast) {
    QuarterOfTwo quarter;
    const report::Milestones plan = report::milestones_of(quarter.source(), quarter.imaging);
    ASSERT_THAT(plan.lines, SizeIs(2));
    EXPECT_EQ(plan.lines[0].id, "M1");
    EXPECT_EQ(plan.lines[0].baseline, (Date{2022, 9, 30}));
    EXPECT_TRUE(plan.lines[0].overdue);
    EXPECT_EQ(plan.lines[0].state, std::nullopt);
    EXPECT_EQ(plan.lines[1].id, "M2");
    EXPECT_EQ(plan.lines[1].baseline, std::nullopt);
    EXPECT_FALSE(plan.lines[1].overdue);
}

TEST(Milestones, AreNotOverdueOnceTheyAreMet) {
    QuarterOfTwo quarter;
    quarter.returned("imaging").milestones = {
        {.id = "M1", .state = returns::Milestone::State::met, .met_on = Date{2023, 3, 1}}};
    EXPECT_THAT(report::overdue_milestones(quarter.source(), report::all_lines).lines, SizeIs(0));
}

TEST(AMovedBaseline, CarriesTheDecisionThatMovedIt) {
    QuarterOfTwo quarter;
    const returns::Decision decision{.id = "D1",
                                     .question = "Move M1?",
                                     .owner = "Governance group",
                                     .needed_by = {},
                                     .decided_on = Date{2023, 1, 20},
                                     .outcome = "Agreed."};
    quarter.reported.moves = {{"imaging", quarter.reported.quarter, {"M1", {2023, 6, 30}, "D1"}}};
    quarter.reported.decisions = {{"imaging", quarter.reported.quarter, decision}};
    const report::MilestoneLine line = report::milestones_of(quarter.source(), quarter.imaging).lines.front();
    ASSERT_TRUE(line.shift);
    EXPECT_EQ(line.shift->from, (Date{2022, 9, 30}));
    EXPECT_EQ(line.shift->to, (Date{2023, 6, 30}));
    EXPECT_EQ(line.shift->decision, decision);
    EXPECT_EQ(line.baseline, (Date{2023, 6, 30}));
    EXPECT_FALSE(line.overdue);
}

TEST(TopRisks, StandByScoreThenImpactAndLeaveOutClosedOnes) {
    QuarterOfTwo quarter;
    const auto risk = [](const std::string& id, int likelihood, int impact, bool closed = false) {
        return returns::Risk{.id = id,
                             .title = id,
                             .likelihood = likelihood,
                             .impact = impact,
                             .mitigation = "",
                             .owner = "",
                             .closed = closed};
    };
    quarter.returned("imaging").risks = {risk("R1", 4, 3), risk("R2", 5, 5, true)};
    quarter.returned("pathology").risks = {risk("R1", 3, 4), risk("R3", 5, 4), risk("R4", 1, 1)};
    const report::Risks top = report::top_risks(quarter.source(), 3);
    std::vector<std::pair<std::string, std::string>> shown;
    for (const report::RiskLine& line : top.lines) shown.emplace_back(line.programme, line.id);
    EXPECT_THAT(shown,
                ElementsAre(std::pair("pathology", "R3"), std::pair("pathology", "R1"), std::pair("imaging", "R1")));
    EXPECT_EQ(top.more, 1U);
    EXPECT_EQ(top.lines[2].number, 3U);
    EXPECT_EQ(top.lines[2].title.en, "R1 title");
    EXPECT_EQ(top.lines[0].challenges.front().rule, report::ChallengeRule::risk_without_mitigation);
    EXPECT_THAT(top.lines[1].challenges, SizeIs(0));
}

TEST(AnInterdependency, ShowsBothSidesAndBodiesThatReturnNothing) {
    QuarterOfTwo quarter;
    quarter.returned("pathology").dependencies = {{"imaging", "I1", Rating::amber, "Waits for a lead."}};
    const auto lines = report::dependencies_of(quarter.source(), quarter.imaging, Action::Kind::interdependency);
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(lines[0].own.rating, std::nullopt);
    ASSERT_THAT(lines[0].others, SizeIs(2));
    EXPECT_EQ(lines[0].others[0].rating, Rating::amber);
    EXPECT_EQ(lines[0].others[0].view.text, "Waits for a lead.");
    EXPECT_FALSE(lines[0].others[1].returns);
    EXPECT_EQ(report::dependencies_of(quarter.source(), quarter.pathology, Action::Kind::interdependency), lines);
}

TEST(DefinitionChanges, AreThoseSinceTheLastReturnAgainstAnotherPlan) {
    using Kind = report::DefinitionLine::Kind;
    QuarterOfTwo quarter;
    EXPECT_THAT(report::definition_changes(quarter.source()).lines, SizeIs(0));
    const returns::Quarter earlier = quarter.reported.quarter.previous();
    returns::Definitions then{.programme = "imaging", .version = "0.9.0", .actions = quarter.imaging.actions};
    then.actions[0].title = {"Old title", "Hen deitl"};
    then.actions[0].lead = "HEIW";
    then.actions[0].indicators = {{.kind = Indicator::Kind::output, .title = {"Courses", "Cyrsiau"}}};
    then.actions[1].due = "";
    then.actions[2].id = "M9";
    quarter.reported.earlier_plans = {{earlier, then}};
    const auto line = [&](const std::string& id, Kind kind, const Text& before, const Text& after) {
        return report::DefinitionLine{{"Imaging", "Delweddu"}, earlier, id, kind, before, after};
    };
    const Text title = quarter.imaging.actions[0].title;
    EXPECT_THAT(report::definition_changes(quarter.source()).lines,
                ElementsAre(line("A1", Kind::title, {"Old title", "Hen deitl"}, title),
                            line("A1", Kind::indicators, {"Courses", "Cyrsiau"}, {}),
                            line("A1", Kind::other, {"Old title", "Hen deitl"}, title),
                            line("M1", Kind::due, {}, {"2022-23Q2", "2022-23Q2"}),
                            line("M2", Kind::added, {}, {"M2 title", "M2 title (cy)"}),
                            line("M9", Kind::dropped, {"M2 title", "M2 title (cy)"}, {})));
}

TEST(ThePriorityMatrix, CountsEachActionInOneRowAndForgetsNone) {
    QuarterOfTwo quarter;
    quarter.pathology.actions[0].theme = {"Elsewhere", "Mewn man arall"};
    quarter.returned("imaging").entries = {
        {.action_id = "A1", .status = returns::Status::in_progress, .rating = Rating::red, .forecast = {}}};
    const report::Priorities matrix =
        report::priorities(quarter.source(), {{{"Planning", "Cynllunio"}, {"Planning ahead"}}});
    ASSERT_THAT(matrix.rows, SizeIs(2));
    EXPECT_EQ(matrix.rows[0].cells[0], (report::PriorityCell{1, {0, 0, 0, 1}}));
    EXPECT_EQ(matrix.rows[0].cells[1].actions, 0U);
    EXPECT_EQ(matrix.rows[1].title.en, "");
    EXPECT_EQ(matrix.rows[1].cells[1].actions, 1U);
}

TEST(AYear, ShowsFourQuartersEarliestFirst) {
    QuarterOfTwo quarter;
    quarter.imaging.actions[0].plan = "framework";
    quarter.returned("imaging", 3).entries = {
        {.action_id = "A1", .status = returns::Status::in_progress, .rating = Rating::amber, .forecast = {}}};
    const report::Progress year = report::progress(quarter.source(), "framework");
    ASSERT_THAT(year.quarters, SizeIs(4));
    EXPECT_EQ(year.quarters.front().text(), "2022-23Q1");
    EXPECT_EQ(year.quarters.back().text(), "2022-23Q4");
    ASSERT_THAT(year.lines, SizeIs(1));
    EXPECT_EQ(year.lines[0].entries[0]->rating, Rating::amber);
    EXPECT_EQ(year.lines[0].entries[3], std::nullopt);
}

TEST(AForm, PicksTheActionsThatNeedAttention) {
    QuarterOfTwo quarter;
    quarter.imaging.actions[0].linked_id.clear();
    returns::Entry entry{
        .action_id = "A1", .status = returns::Status::in_progress, .rating = Rating::green, .forecast = {}};
    quarter.returned("imaging").entries = {entry};
    EXPECT_FALSE(report::form(quarter.source(), quarter.imaging).actions.front().exception);
    entry.percent_complete = 100;
    quarter.returned("imaging").entries = {entry};
    const report::Form form = report::form(quarter.source(), quarter.imaging);
    EXPECT_TRUE(form.actions.front().exception);
    EXPECT_THAT(form.actions.front().challenges, SizeIs(1));
    EXPECT_EQ(form.rating.tally.returned, 1U);
}

}  // namespace
}  // namespace quarterdeck::testing
