#include <gmock/gmock.h>

#include "shelf.h"

namespace quarterdeck::returns {
namespace {

using RoundTrip = OnBoth;
INSTANTIATE_TEST_SUITE_P(Register, RoundTrip, both_backends(), backend_name);

Return numbered(Return content, std::int64_t number) {
    content.number = number;
    return content;
}

TEST_P(RoundTrip, GivesBackEveryFieldOfAReturn) {
    EXPECT_EQ(created().append(sample_return()), 1);
    EXPECT_EQ(opened().latest("imaging", quarter("2022-23Q4")), numbered(sample_return(), 1));
}

TEST_P(RoundTrip, GivesBackEveryKindOfReport) {
    created().append(full_return());
    EXPECT_EQ(opened().latest("imaging", quarter("2022-23Q4")), numbered(full_return(), 1));
}

TEST_P(RoundTrip, FindsNothingForAnotherProgrammeOrQuarter) {
    Register filed = created();
    filed.append(sample_return());
    EXPECT_FALSE(filed.latest("pathology", quarter("2022-23Q4")));
    EXPECT_FALSE(filed.latest("imaging", quarter("2022-23Q3")));
    EXPECT_FALSE(filed.latest("imaging", quarter("2023-24Q4")));
}

TEST_P(RoundTrip, KeepsTextThatLooksLikeSqlOrAFormula) {
    Return content = sample_return();
    content.entries[0].narrative = "'); DROP TABLE journal; --";
    content.entries[1].narrative = "=1+1";
    Register filed = created();
    filed.append(content);
    EXPECT_EQ(filed.latest("imaging", content.quarter), numbered(content, 1));
}

TEST_P(RoundTrip, KnowsTheLastTranslationOfEachText) {
    Translation translation{.programme = "imaging",
                            .quarter = quarter("2022-23Q3"),
                            .into = Language::welsh,
                            .reviewed_by = {},
                            .on = {2023, 1, 20},
                            .source_file = "texts.xlsx",
                            .source_sha256 = std::string(64, '0'),
                            .texts = {{"Done.", "Wedi gwneud."}, {"Late.", "Yn hwyr."}}};
    Register filed = created();
    filed.append(translation);
    translation.reviewed_by = "Welsh language unit";
    translation.texts = {{"Done.", "Wedi'i wneud."}};
    const std::int64_t reviewed = filed.append(translation);
    const Reported now = filed.reported(quarter("2022-23Q4"));
    EXPECT_THAT(now.translations, testing::ElementsAre(KnownTranslation{"imaging", "Done.", "Wedi'i wneud.", true},
                                                       KnownTranslation{"imaging", "Late.", "Yn hwyr.", false}));
    EXPECT_EQ(now.translation("pathology", "Done."), nullptr);
    EXPECT_FALSE(filed.reported(quarter("2022-23Q4"), 4, reviewed - 1).translation("imaging", "Done.")->reviewed);
}

TEST_P(RoundTrip, LetsACorrectionWinAndTheFirstStay) {
    Return correction = sample_return();
    correction.entries[0].rating = Rating::red;
    correction.submitted_on = {2023, 4, 20};
    Register filed = created();
    filed.append(sample_return());
    filed.append(correction);
    EXPECT_EQ(filed.latest("imaging", quarter("2022-23Q4")), numbered(correction, 2));
    EXPECT_THAT(filed.returns(quarter("2022-23Q4")),
                testing::ElementsAre(numbered(sample_return(), 1), numbered(correction, 2)));
}

TEST_P(RoundTrip, ShowsAnActionInThisQuarterBesideTheLast) {
    Return before = sample_return();
    before.quarter = quarter("2022-23Q3");
    before.entries = {{.action_id = "IMG-A1", .rating = Rating::red}, {.action_id = "IMG-A3", .rating = Rating::green}};
    Register filed = created();
    filed.append(sample_return());
    filed.append(before);
    const Reported reported = filed.reported(quarter("2022-23Q4"));
    EXPECT_EQ(reported.state("imaging", "IMG-A1"), (ActionState{sample_return().entries[0], before.entries[0]}));
    EXPECT_EQ(reported.state("imaging", "IMG-A2"), (ActionState{sample_return().entries[1], std::nullopt}));
    EXPECT_EQ(reported.state("imaging", "IMG-A3"), (ActionState{std::nullopt, before.entries[1]}));
    EXPECT_EQ(reported.state("pathology", "IMG-A1"), ActionState{});
}

TEST_P(RoundTrip, NeverShowsLastQuarterAsThisOne) {
    Register filed = created();
    filed.append(sample_return());
    const ActionState state = filed.reported(quarter("2023-24Q1")).state("imaging", "IMG-A1");
    EXPECT_FALSE(state.now);
    EXPECT_EQ(state.before, sample_return().entries[0]);
}

}  // namespace
}  // namespace quarterdeck::returns
