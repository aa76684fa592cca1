#include <gmock/gmock.h>

#include "fixtures.h"
#include "report/assemble.h"

namespace quarterdeck::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> wanted(const std::string& blocks, const std::map<std::string, Text>& missing = {}) {
    const SmallTemplates templates;
    const report::TemplateFolder folder =
        templates.read("  - id: one\n    title: {en: One, cy: Un}\n    blocks:\n" + blocks);
    std::vector<std::string> names;
    for (const report::MetricKey& key : report::wanted_metrics(folder, programmes(), missing))
        names.push_back(key.text());
    return names;
}

std::string refused(const std::string& blocks) {
    return refusal([&] { wanted(blocks); });
}

}  // namespace

TEST(WantedMetrics, StandInTheOrderOfThePageEachOnce) {
    EXPECT_THAT(wanted("      - metric: pathology/skills\n      - tag: appendix\n      - stack: skills\n"),
                ElementsAre("pathology/skills", "imaging/workforce", "pathology/workforce", "imaging/skills"));
}

TEST(WantedMetrics, FollowTheOrderGivenAndThenTheProgrammes) {
    EXPECT_THAT(wanted("      - totals: appendix\n        order: [pathology/workforce]\n"),
                ElementsAre("pathology/workforce", "imaging/workforce"));
}

TEST(WantedMetrics, NameTheNearestMetricTagAndProgramme) {
    EXPECT_EQ(refused("      - actions: all\n      - metric: imaging/workfroce\n"),
              "small/report.yaml, line 8: there is no metric \"imaging/workfroce\"; did you mean "
              "\"imaging/workforce\"? `quarterdeck plugins list` shows the metrics.");
    EXPECT_EQ(refused("      - tag: apendix\n"),
              "small/report.yaml, line 7: no metric has the tag \"apendix\"; did you mean \"appendix\"? The tags are "
              "appendix, both, skills.");
    EXPECT_EQ(refused("      - actions: imagin\n"),
              "small/report.yaml, line 7: there is no programme \"imagin\"; did you mean \"imaging\"? The programmes "
              "are imaging, pathology.");
    EXPECT_EQ(refused("      - stack: skills\n        order: [imaging/skill]\n"),
              "small/report.yaml, line 7: there is no metric \"imaging/skill\"; did you mean \"imaging/skills\"? "
              "`quarterdeck plugins list` shows the metrics.");
    EXPECT_EQ(refused("      - stack: skills\n        order: [imaging/workforce]\n"),
              "small/report.yaml, line 7: the metric \"imaging/workforce\" of \"order\" doesn't have the tag "
              "\"skills\".");
}

TEST(WantedMetrics, TakeAMissingProgrammeAtItsWord) {
    const std::map<std::string, Text> missing{{"genomics", {"gone", "gone"}}};
    EXPECT_THAT(wanted("      - metric: genomics/anything\n", missing), ElementsAre("genomics/anything"));
    EXPECT_THAT(wanted("      - tag: only_genomics_has_it\n      - actions: genomics\n", missing), ElementsAre());
}

}  // namespace quarterdeck::testing
