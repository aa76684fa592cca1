#include <gtest/gtest.h>

#include <map>
#include <set>

#include "programmes.h"
#include "published.h"

namespace quarterdeck::tests {
namespace {

/// Which metric stands for which published table.
const std::map<std::string, std::string> metric_of_table{
    {"Pathology", "pathology/workforce"},
    {"Genomics", "genomics/workforce"},
    {"Diagnostic Radiology", "imaging/diagnostic_radiology"},
    {"Radiotherapy", "healthcare_science/radiotherapy"},
    {"Physical Sciences", "healthcare_science/physical_sciences"},
    {"Endoscopy", "endoscopy/nursing"},
    {"Cardiac, Vascular, Respiratory and Sleep Physiology", "healthcare_science/cardiac_vascular_respiratory_sleep"},
    {"Neurophysiology", "healthcare_science/neurophysiology"},
    {"Audiology and ENT", "healthcare_science/audiology_ent"}};

std::vector<std::string> ids(const std::vector<Measure>& measures) {
    std::vector<std::string> names;
    names.reserve(measures.size());
    for (const Measure& each : measures) names.push_back(each.id);
    return names;
}

TEST(AppendixTables, AreTheNinePublishedOnes) {
    std::set<std::string> expected;
    for (const auto& [table, name] : metric_of_table) expected.insert(name);
    std::set<std::string> tagged;
    for (const NamedMetric& each : metrics_tagged("appendix")) tagged.insert(each.name);
    EXPECT_EQ(tagged, expected);
}

TEST(AppendixTables, ShowThePublishedRowsInThePublishedOrder) {
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> expected;
    for (const CsvRow& row : published("appendix1_workforce.csv"))
        expected[metric_of_table.at(row.at("table"))].emplace_back(row.at("staff_group"), row.at("band"));
    for (const NamedMetric& each : metrics_tagged("appendix")) {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const Row& row : each.metric->query.rows)
            if (!row.total) rows.emplace_back(row.labels.at(0).en, row.labels.at(1).en);
        EXPECT_EQ(rows, expected.at(each.name)) << each.name;
    }
}

TEST(AppendixTables, EndWithOneTotalRow) {
    for (const NamedMetric& each : metrics_tagged("appendix")) {
        const std::vector<Row>& rows = each.metric->query.rows;
        for (const Row& row : rows) EXPECT_EQ(row.total, &row == &rows.back()) << each.name << " " << row.id;
        EXPECT_EQ(rows.back().labels.at(0).en, "Total") << each.name;
        EXPECT_EQ(rows.back().where, everyone()) << each.name;
    }
}

TEST(AppendixTables, HaveThePublishedColumnsInThePublishedOrder) {
    for (const NamedMetric& each : metrics_tagged("appendix")) {
        const Query& query = each.metric->query;
        ASSERT_EQ(query.labels.size(), 2U) << each.name;
        EXPECT_EQ(query.labels[0].id, "staff_group") << each.name;
        EXPECT_EQ(query.labels[1].id, "band") << each.name;
        EXPECT_EQ(ids(query.measures), (std::vector<std::string>{"headcount", "fte", "male", "female", "over_55"}))
            << each.name;
        EXPECT_TRUE(each.metric->columns.empty()) << each.name << ": measures come first when no order is given";
    }
}

TEST(AppendixTables, GiveFtePerHeadToTwoPlacesAndSharesInWholePerCent) {
    const std::map<std::string, int> places{
        {"fte_per_head", 2}, {"male_percent", 0}, {"female_percent", 0}, {"over_55_percent", 0}};
    for (const NamedMetric& each : metrics_tagged("appendix")) {
        std::map<std::string, int> found;
        for (const Formula& formula : each.metric->formulas) found[formula.id] = formula.places;
        EXPECT_EQ(found, places) << each.name;
    }
}

}  // namespace
}  // namespace quarterdeck::tests
