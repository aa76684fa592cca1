#include "report/assemble.h"

#include <gmock/gmock.h>

#include "fixtures.h"

namespace quarterdeck::testing {
namespace {

using report::ActionsBlock;
using report::MissingBlock;
using report::TableBlock;
using ::testing::ElementsAre;

report::Report assembled(const std::string& blocks, const report::Material& from = material()) {
    const SmallTemplates templates;
    const report::TemplateFolder folder =
        templates.read("  - id: one\n    title: {en: One, cy: Un}\n    blocks:\n" + blocks);
    disclosure::Protector protector{{}};
    return report::assemble(folder, from, protector);
}

const std::vector<report::Block>& blocks_of(const report::Report& report) {
    return report.sections.at(0).blocks;
}

template <class Kind>
const Kind& block(const report::Report& report, std::size_t index) {
    return std::get<Kind>(blocks_of(report).at(index));
}

std::vector<std::string> labels(const TableBlock& block) {
    std::vector<std::string> labels;
    for (const TableRow& row : block.table.rows()) labels.push_back(row.labels.front().en);
    return labels;
}

report::Material without_pathology() {
    report::Material left = material();
    left.programmes = {&imaging()};
    std::erase_if(left.tables, [](const auto& entry) { return entry.first.programme == "pathology"; });
    left.missing_programmes.emplace("pathology", Text{"It ended early.", "Daeth i ben."});
    return left;
}

}  // namespace

TEST(Assemble, GivesATableItsMetricsWords) {
    const report::Report report = assembled("      - metric: imaging/workforce\n");
    const auto& table = block<TableBlock>(report, 0);
    EXPECT_EQ(table.id, "imaging-workforce");
    EXPECT_EQ(table.programme, "imaging");
    EXPECT_EQ(table.metric, "workforce");
    EXPECT_EQ(table.title.en, "Imaging workforce");
    EXPECT_EQ(table.definition.en, "Staff in post in Imaging");
    EXPECT_EQ(table.notes.size(), 1U);
    EXPECT_EQ(table.table.table(), table_of({"imaging", "workforce"}));
    EXPECT_FALSE(report.draft);
}

TEST(Assemble, StacksRowsInTheOrderGivenUnderOneTitleAndChart) {
    const report::Report report = assembled(
        "      - stack: skills\n        title: {en: Mix, cy: Cymysgedd}\n        order: [pathology/skills]\n");
    const auto& table = block<TableBlock>(report, 0);
    EXPECT_THAT(labels(table), ElementsAre("pathology", "imaging"));
    EXPECT_EQ(table.title.cy, "Cymysgedd");
    EXPECT_EQ(table.programme, "");
    EXPECT_EQ(table.metric, "skills");
    ASSERT_TRUE(table.chart);
    EXPECT_EQ(table.chart->title.en, "Mix");
    EXPECT_THAT(table.chart->series, ElementsAre("low", "high"));
}

TEST(Assemble, PutsOneTotalRowOfEachTableUnderItsTitle) {
    const report::Report report = assembled("      - totals: appendix\n        columns: [female_percent, headcount]\n");
    const auto& table = block<TableBlock>(report, 0);
    EXPECT_THAT(labels(table), ElementsAre("Imaging workforce", "Pathology workforce"));
    ASSERT_EQ(table.table.columns().size(), 2U);
    EXPECT_EQ(table.table.columns()[1].id, "headcount");
    EXPECT_EQ(table.table.rows()[0].figures, (std::vector<Figure>{Decimal{50, 0}, Decimal{1243, 0}}));
    EXPECT_EQ(table.table.labels().at(0).title, (Text{"Table", "Tabl"}));
}

TEST(Assemble, RefusesTotalsWithoutATotalRowAndColumnsThatAreNotThere) {
    EXPECT_EQ(refusal([] { assembled("      - totals: skills\n"); }),
              "small/report.yaml, line 7: imaging/skills has 0 total rows, where one is expected to join a table of "
              "totals.");
    EXPECT_EQ(refusal([] { assembled("      - totals: appendix\n        columns: [heads]\n"); }),
              "small/report.yaml, line 7: there is no column \"heads\". The columns are headcount, fte, "
              "female_percent.");
}

TEST(Assemble, RefusesToStackTablesWithDifferentColumns) {
    report::Material mixed = material();
    disclosure::Protector protector{{}};
    mixed.tables.insert_or_assign({"pathology", "skills"}, protector.adopt(table_of({"pathology", "workforce"})));
    EXPECT_EQ(refusal([&] { assembled("      - stack: skills\n", mixed); }),
              "small/report.yaml, line 7: imaging/skills and pathology/skills have different columns, so they can't "
              "stand in one table.");
}

TEST(Assemble, ShowsEachProgrammesPlan) {
    const report::Report report = assembled("      - actions: all\n");
    ASSERT_EQ(blocks_of(report).size(), 2U);
    EXPECT_EQ(block<ActionsBlock>(report, 0).title.en, "Imaging");
    EXPECT_EQ(block<ActionsBlock>(report, 0).actions, imaging().actions);
    EXPECT_EQ(block<ActionsBlock>(report, 1).id, "plan-pathology");
}

TEST(Assemble, PutsAMissingProgrammesReasonInItsPlaceAndMakesADraft) {
    const report::Report report =
        assembled("      - metric: pathology/workforce\n      - actions: pathology\n", without_pathology());
    const auto& gap = block<MissingBlock>(report, 0);
    EXPECT_EQ(gap.programme, "pathology");
    EXPECT_EQ(gap.metric, "workforce");
    EXPECT_EQ(gap.reason.cy, "Daeth i ben.");
    EXPECT_EQ(block<MissingBlock>(report, 1).programme, "pathology");
    EXPECT_TRUE(report.draft);
}

TEST(Assemble, KeepsTheRestOfAStackWhenAProgrammeIsMissing) {
    const report::Report report = assembled("      - stack: skills\n", without_pathology());
    EXPECT_THAT(labels(block<TableBlock>(report, 0)), ElementsAre("imaging"));
    EXPECT_EQ(block<MissingBlock>(report, 1).programme, "pathology");
    EXPECT_TRUE(report.draft);
}

TEST(Assemble, PutsAFailedMetricsReasonInItsPlace) {
    report::Material failed = material();
    failed.tables.erase({"imaging", "skills"});
    failed.missing_metrics.emplace(report::MetricKey{"imaging", "skills"}, Text{"It failed.", "Methodd."});
    const report::Report report = assembled("      - metric: imaging/skills\n", failed);
    EXPECT_EQ(block<MissingBlock>(report, 0).title.en, "Imaging skills");
    EXPECT_EQ(block<MissingBlock>(report, 0).reason.en, "It failed.");
    EXPECT_TRUE(report.draft);
}

TEST(Assemble, GivesEveryBlockAnAnchorOfItsOwn) {
    const report::Report report = assembled(
        "      - metric: imaging/workforce\n      - metric: imaging/workforce\n      - tag: both\n        id: mine\n");
    EXPECT_EQ(block<TableBlock>(report, 0).id, "imaging-workforce");
    EXPECT_EQ(block<TableBlock>(report, 1).id, "imaging-workforce-2");
    EXPECT_EQ(block<TableBlock>(report, 2).id, "mine");
    EXPECT_EQ(block<TableBlock>(report, 3).id, "pathology-workforce");
}

TEST(Assemble, TellsEqualTitlesApartByTheirProgramme) {
    Programme twin = pathology();
    twin.metrics[0].title = imaging().metrics[0].title;
    report::Material twins = material();
    twins.programmes = {&imaging(), &twin};
    const report::Report report = assembled("      - tag: appendix\n", twins);
    EXPECT_EQ(block<TableBlock>(report, 0).title.en, "Imaging workforce: Imaging");
    EXPECT_EQ(block<TableBlock>(report, 1).title.en, "Imaging workforce: Pathology");
}

}  // namespace quarterdeck::testing
