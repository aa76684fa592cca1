#include "register/differences.h"

#include <gmock/gmock.h>

namespace quarterdeck::returns {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Entry entry(const std::string& id, int percent) {
    return {.action_id = id, .percent_complete = percent, .forecast = {}};
}

}  // namespace

TEST(TwoReturns, DifferInNothingThatIsTheSameInAnotherOrder) {
    Return before;
    before.entries = {entry("A1", 10), entry("A2", 20)};
    Return after;
    after.entries = {entry("A2", 20), entry("A1", 10)};
    after.submitted_by = "Deputy";
    EXPECT_THAT(differences(before, after), IsEmpty());
}

TEST(TwoReturns, DifferInWhatWasChangedAddedAndTakenOutEachOnce) {
    Return before;
    before.entries = {entry("A1", 10), entry("A2", 20)};
    before.risks = {Risk{.id = "R1", .title = "", .mitigation = "", .owner = ""}};
    Return after;
    after.overview.summary = "Better than we thought.";
    after.entries = {entry("A1", 15), entry("A3", 0)};
    after.measurements = {
        Measurement{.id = "A1", .baseline = {}, .target = {}, .actual = Decimal{3, 0}, .metric = "", .narrative = ""}};
    EXPECT_THAT(differences(before, after), ElementsAre("", "A1", "A3", "A2", "R1"));
}

}  // namespace quarterdeck::returns
