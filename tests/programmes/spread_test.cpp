#include <gtest/gtest.h>

#include "programmes.h"

namespace quarterdeck::tests {
namespace {

/// What the metric makes of headcounts by organisation.
std::string effective_number(const std::vector<Figure>& headcounts) {
    Table answer;
    for (const Figure& figure : headcounts) answer.rows.push_back({.id = "7A1", .labels = {}, .figures = {figure}});
    const Table table = metric("pathology", "effective_organisations").compute({answer});
    return plain_text(table.rows.at(0).figures.at(0));
}

Figure people(std::int64_t count) {
    return Decimal{count, 0};
}

TEST(EffectiveOrganisations, IsOneWhenEverybodyWorksForOne) {
    EXPECT_EQ(effective_number({people(250)}), "1.0");
}

TEST(EffectiveOrganisations, IsTheirNumberWhenAllAreOfOneSize) {
    EXPECT_EQ(effective_number({people(40), people(40), people(40), people(40), people(40), people(40), people(40)}),
              "7.0");
}

TEST(EffectiveOrganisations, IsTheInverseOfTheSumOfSquaredShares) {
    // Shares 0.6, 0.3 and 0.1: 1 / (0.36 + 0.09 + 0.01) = 2.17.
    EXPECT_EQ(effective_number({people(60), people(30), people(10)}), "2.2");
    // Shares 0.9 and 0.1: 1 / 0.82 = 1.22.
    EXPECT_EQ(effective_number({people(90), people(10)}), "1.2");
}

TEST(EffectiveOrganisations, RoundsHalvesAwayFromZero) {
    // 28² / (14² + 11² + 3 × 1²) = 784 / 320 = 2.45 and 24² / (15² + 5² + 2² + 2 × 1²) = 576 / 256 = 2.25.
    EXPECT_EQ(effective_number({people(14), people(11), people(1), people(1), people(1)}), "2.5");
    EXPECT_EQ(effective_number({people(15), people(5), people(2), people(1), people(1)}), "2.3");
}

TEST(EffectiveOrganisations, TakesNoNoticeOfOrganisationsWithoutStaff) {
    EXPECT_EQ(effective_number({people(60), people(0), people(60)}), "2.0");
}

TEST(EffectiveOrganisations, IsHiddenWithAnyOfItsCounts) {
    EXPECT_EQ(effective_number({people(60), Marker::confidential, people(30)}), "[c]");
}

TEST(EffectiveOrganisations, IsNotApplicableWithoutStaff) {
    EXPECT_EQ(effective_number({}), "[z]");
    EXPECT_EQ(effective_number({people(0)}), "[z]");
}

TEST(EffectiveOrganisations, StaysExactForTheWholeOfTheService) {
    EXPECT_EQ(effective_number({people(10'000'000), people(10'000'000)}), "2.0");
}

}  // namespace
}  // namespace quarterdeck::tests
