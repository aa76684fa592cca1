// Each rule by cases that were worked out by hand.
#include <gtest/gtest.h>

#include "report/challenge/rules.h"

namespace quarterdeck::testing {
namespace {

namespace rules = report::rules;
using returns::Rating;
using returns::Status;

returns::Entry entry(Status status, Rating rating, int percent) {
    return {.action_id = "A1", .status = status, .rating = rating, .percent_complete = percent, .forecast = {}};
}

returns::Measurement measure(std::optional<Decimal> baseline, std::optional<Decimal> target,
                             std::optional<Decimal> actual) {
    return {.id = "A1", .baseline = baseline, .target = target, .actual = actual};
}

}  // namespace

TEST(TwoQuartersOverdue, IsSixMonthsOfTheCalendarFromMonthsEndToMonthsEnd) {
    EXPECT_TRUE(rules::two_quarters_overdue({2022, 9, 30}, {2023, 3, 31}));
    EXPECT_FALSE(rules::two_quarters_overdue({2022, 10, 1}, {2023, 3, 31}));
    EXPECT_FALSE(rules::two_quarters_overdue({2022, 12, 31}, {2023, 3, 31}));
    EXPECT_TRUE(rules::two_quarters_overdue({2022, 8, 14}, {2023, 3, 31}));
}

TEST(GreenWithALateForecast, NeedsAForecastAfterABaselineDate) {
    returns::Entry late = entry(Status::in_progress, Rating::green, 50);
    late.forecast = Date{2023, 7, 1};
    EXPECT_TRUE(rules::green_forecast_late(late, Date{2023, 6, 30}));
    EXPECT_FALSE(rules::green_forecast_late(late, Date{2023, 7, 1}));
    EXPECT_FALSE(rules::green_forecast_late(late, std::nullopt));
    late.rating = Rating::amber;
    EXPECT_FALSE(rules::green_forecast_late(late, Date{2023, 6, 30}));
    EXPECT_FALSE(rules::green_forecast_late(entry(Status::in_progress, Rating::green, 50), Date{2023, 6, 30}));
}

TEST(AHundredPercent, AgreesWithCompleteAndWithdrawnOnly) {
    EXPECT_TRUE(rules::full_but_not_complete(entry(Status::in_progress, Rating::green, 100)));
    EXPECT_TRUE(rules::full_but_not_complete(entry(Status::on_hold, Rating::amber, 100)));
    EXPECT_FALSE(rules::full_but_not_complete(entry(Status::complete, Rating::blue, 100)));
    EXPECT_FALSE(rules::full_but_not_complete(entry(Status::withdrawn, Rating::amber, 100)));
    EXPECT_FALSE(rules::full_but_not_complete(entry(Status::in_progress, Rating::green, 99)));
}

TEST(Complete, AgreesWithAHundredPercentOnly) {
    EXPECT_TRUE(rules::complete_but_not_full(entry(Status::complete, Rating::blue, 99)));
    EXPECT_FALSE(rules::complete_but_not_full(entry(Status::complete, Rating::blue, 100)));
    EXPECT_FALSE(rules::complete_but_not_full(entry(Status::in_progress, Rating::green, 99)));
}

TEST(AChangedRating, NeedsAReason) {
    EXPECT_TRUE(rules::rating_without_reason(Rating::green, Rating::red, " \n"));
    EXPECT_FALSE(rules::rating_without_reason(Rating::green, Rating::red, "The post is filled."));
    EXPECT_FALSE(rules::rating_without_reason(Rating::green, Rating::green, ""));
    EXPECT_FALSE(rules::rating_without_reason(Rating::green, std::nullopt, ""));
    EXPECT_FALSE(rules::rating_without_reason(std::nullopt, Rating::green, ""));
}

TEST(AnUnchangedNarrative, IsTheSameTextInThreeQuartersWhateverItsBlanks) {
    EXPECT_TRUE(rules::unchanged_for_three_quarters({{"Work goes on."}, {" Work  goes\non. "}, {"Work goes on."}}));
    EXPECT_FALSE(rules::unchanged_for_three_quarters({{"Work goes on."}, {"Work goes on."}, {"Work began."}}));
    EXPECT_FALSE(rules::unchanged_for_three_quarters({{"Work goes on."}, std::nullopt, {"Work goes on."}}));
    EXPECT_FALSE(rules::unchanged_for_three_quarters({{""}, {""}, {""}}));
    EXPECT_FALSE(rules::unchanged_for_three_quarters({{"Work goes on."}, {"Work goes on."}}));
    EXPECT_TRUE(rules::unchanged_for_three_quarters({{"So."}, {"So."}, {"So."}, {"Otherwise."}}));
}

TEST(RedForTwoQuarters, CountsThisOneAndTheOneBefore) {
    EXPECT_TRUE(rules::red_for_two_quarters({Rating::red, Rating::red}));
    EXPECT_TRUE(rules::red_for_two_quarters({Rating::red, Rating::red, Rating::green}));
    EXPECT_FALSE(rules::red_for_two_quarters({Rating::red, Rating::amber, Rating::red}));
    EXPECT_FALSE(rules::red_for_two_quarters({Rating::red, std::nullopt}));
    EXPECT_FALSE(rules::red_for_two_quarters({Rating::red}));
}

TEST(AMeasureThatMovesAway, IsJudgedAgainstLastQuarterElseAgainstItsBaseline) {
    const Decimal twenty{20, 0};
    const Decimal fifty{50, 0};
    EXPECT_TRUE(rules::moving_away(measure(twenty, fifty, Decimal{30, 0}), Decimal{35, 0}));
    EXPECT_FALSE(rules::moving_away(measure(twenty, fifty, Decimal{30, 0}), Decimal{25, 0}));
    EXPECT_FALSE(rules::moving_away(measure(twenty, fifty, Decimal{30, 0}), Decimal{300, 1}));
    EXPECT_TRUE(rules::moving_away(measure(twenty, fifty, Decimal{195, 1}), std::nullopt));
    EXPECT_FALSE(rules::moving_away(measure(twenty, fifty, std::nullopt), Decimal{35, 0}));
    EXPECT_FALSE(rules::moving_away(measure(twenty, std::nullopt, Decimal{10, 0}), Decimal{35, 0}));
}

TEST(AMeasureThatMovesAway, MayBeOneOfWhichLessIsBetter) {
    const Decimal vacancies{12, 0};
    const Decimal target{5, 0};
    EXPECT_TRUE(rules::moving_away(measure(vacancies, target, Decimal{14, 0}), Decimal{13, 0}));
    EXPECT_FALSE(rules::moving_away(measure(vacancies, target, Decimal{11, 0}), Decimal{13, 0}));
}

TEST(AMeasureThatMovesAway, HasNotReachedItsTarget) {
    EXPECT_FALSE(rules::moving_away(measure(Decimal{20, 0}, Decimal{50, 0}, Decimal{55, 0}), Decimal{60, 0}));
    EXPECT_FALSE(rules::moving_away(measure(Decimal{20, 0}, Decimal{50, 0}, Decimal{500, 1}), Decimal{60, 0}));
}

TEST(AMeasureThatMovesAway, LeavesATargetThatIsItsBaselineInEitherDirection) {
    EXPECT_TRUE(rules::moving_away(measure(Decimal{50, 0}, Decimal{50, 0}, Decimal{52, 0}), Decimal{51, 0}));
    EXPECT_TRUE(rules::moving_away(measure(Decimal{50, 0}, Decimal{50, 0}, Decimal{48, 0}), std::nullopt));
    EXPECT_FALSE(rules::moving_away(measure(Decimal{50, 0}, Decimal{50, 0}, Decimal{51, 0}), Decimal{52, 0}));
}

TEST(ATarget, IsReachedAtItAndBeyondIt) {
    EXPECT_TRUE(rules::has_reached(measure(Decimal{20, 0}, Decimal{50, 0}, Decimal{5000, 2})));
    EXPECT_TRUE(rules::has_reached(measure(Decimal{12, 0}, Decimal{5, 0}, Decimal{4, 0})));
    EXPECT_FALSE(rules::has_reached(measure(Decimal{12, 0}, Decimal{5, 0}, Decimal{6, 0})));
    EXPECT_FALSE(rules::has_reached(measure(Decimal{20, 0}, Decimal{50, 0}, Decimal{499, 1})));
}

TEST(AHighRisk, NeedsMitigationWhileItIsOpen) {
    const returns::Risk bare{.id = "R1", .title = "", .likelihood = 3, .impact = 5, .mitigation = "", .owner = ""};
    EXPECT_TRUE(rules::without_mitigation(bare));
    returns::Risk other = bare;
    other.mitigation = "Cover is shared.";
    EXPECT_FALSE(rules::without_mitigation(other));
    other = bare;
    other.closed = true;
    EXPECT_FALSE(rules::without_mitigation(other));
    other = bare;
    other.likelihood = 2;
    EXPECT_FALSE(rules::without_mitigation(other));
}

}  // namespace quarterdeck::testing
