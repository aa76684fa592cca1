#include <gtest/gtest.h>

#include <map>
#include <set>

#include "programmes.h"
#include "published.h"

namespace quarterdeck::tests {
namespace {

/// The area with its one misspelling mended.
std::string mended(const std::string& area) {
    return area == "Celllular Science" ? "Cellular Science" : area;
}

/// The areas that all programmes' metrics with a tag show, each once.
std::multiset<std::string> areas_shown(const std::string& tag) {
    std::multiset<std::string> areas;
    for (const NamedMetric& each : metrics_tagged(tag))
        for (const Row& row : each.metric->query.rows) areas.insert(row.labels.at(0).en);
    return areas;
}

std::multiset<std::string> published_areas(const std::string& file, const std::string& column,
                                           const std::string& value) {
    std::multiset<std::string> areas;
    for (const CsvRow& row : published(file))
        if (row.at(column) == value && areas.count(mended(row.at("area"))) == 0) areas.insert(mended(row.at("area")));
    return areas;
}

void expect_shares(const std::string& tag, const std::vector<std::string>& shares) {
    for (const NamedMetric& each : metrics_tagged(tag)) {
        std::vector<std::string> columns{"headcount"};
        columns.insert(columns.end(), shares.begin(), shares.end());
        EXPECT_EQ(each.metric->columns, columns) << each.name;
        ASSERT_TRUE(each.metric->chart) << each.name;
        EXPECT_EQ(each.metric->chart->kind, Chart::Kind::stacked_bar) << each.name;
        EXPECT_EQ(each.metric->chart->series, shares) << each.name;
        ASSERT_EQ(each.metric->formulas.size(), shares.size()) << each.name;
        for (const Formula& formula : each.metric->formulas) {
            EXPECT_EQ(formula.kind, Formula::Kind::percentage) << each.name << " " << formula.id;
            EXPECT_EQ(formula.over, "headcount") << each.name << " " << formula.id;
            EXPECT_EQ(formula.places, 0) << each.name << " " << formula.id;
        }
    }
}

TEST(AgeProfile, ShowsEveryPublishedAreaInOneProgramme) {
    EXPECT_EQ(areas_shown("age_profile_medical"), published_areas("appendix1_age_profile.csv", "area_type", "medical"));
    EXPECT_EQ(areas_shown("age_profile_science"), published_areas("appendix1_age_profile.csv", "area_type", "science"));
}

TEST(AgeProfile, HasFiveAgeBandsAsShares) {
    const std::vector<std::string> bands{"age_25_and_under", "age_26_35", "age_36_45", "age_46_55", "age_56_and_over"};
    expect_shares("age_profile_medical", bands);
    expect_shares("age_profile_science", bands);
}

TEST(SkillMix, ShowsEveryPublishedAreaInOneProgramme) {
    EXPECT_EQ(areas_shown("skill_mix"), published_areas("appendix1_skill_mix.csv", "band_group", "5/6"));
}

TEST(SkillMix, HasFourBandGroupsAsShares) {
    expect_shares("skill_mix", {"band_2_4", "band_5_6", "band_7_8b", "band_8c_9"});
}

}  // namespace
}  // namespace quarterdeck::tests
