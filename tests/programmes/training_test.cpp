#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "programmes.h"
#include "published.h"

namespace quarterdeck::tests {
namespace {

using Pair = std::pair<std::string, std::string>;

std::multiset<Pair> courses_shown(const std::string& tag, bool totals) {
    std::multiset<Pair> courses;
    for (const NamedMetric& each : metrics_tagged(tag))
        for (const Row& row : each.metric->query.rows)
            if (row.total == totals) courses.emplace(row.labels.at(0).en, totals ? "" : row.labels.at(1).en);
    return courses;
}

std::multiset<Pair> published_courses(const std::string& row_type) {
    std::multiset<Pair> courses;
    for (const CsvRow& row : published("commissioned_programmes.csv"))
        if (row.at("row_type") == row_type && row.at("output_due") == "Summer 2024")
            courses.emplace(row.at("course"), row.at("university"));
    return courses;
}

TEST(CommissionedPlaces, ShowEveryPublishedCourseInOneProgramme) {
    for (const char* tag : {"commissioned_places", "planned_output"}) {
        EXPECT_EQ(courses_shown(tag, false), published_courses("programme")) << tag;
        EXPECT_EQ(courses_shown(tag, true), published_courses("total")) << tag;
    }
}

TEST(CommissionedPlaces, HaveAColumnForEachPublishedYearAndStage) {
    std::vector<Pair> expected;
    for (const CsvRow& row : published("commissioned_programmes.csv")) {
        if (row.at("measure") != "places") continue;
        const std::string& year = row.at("etp_year");
        // The first two years are published with four digits twice.
        const Pair column{year.substr(0, 5) + year.substr(year.size() - 2), row.at("study_year")};
        if (std::find(expected.begin(), expected.end(), column) == expected.end()) expected.push_back(column);
    }
    expected.back().second = "Commissioning numbers";
    for (const NamedMetric& each : metrics_tagged("commissioned_places")) {
        std::vector<Pair> columns;
        for (const Measure& measure : each.metric->query.measures) {
            const Rule expected_rule = is(Field::year, measure.where.alternatives.at(0).at(0).values) &&
                                       is(Field::stage, measure.where.alternatives.at(0).at(1).values);
            ASSERT_EQ(measure.where, expected_rule) << each.name << " " << measure.id;
            columns.emplace_back(measure.where.alternatives[0][0].values.at(0),
                                 measure.where.alternatives[0][1].values.at(0));
        }
        EXPECT_EQ(columns, expected) << each.name;
    }
}

TEST(CctOutput, ShowsEachPublishedSpecialtyInOneProgramme) {
    std::set<std::string> expected;
    std::set<std::string> years;
    for (const CsvRow& row : published("cct_output.csv")) {
        expected.insert(row.at("specialty"));
        years.insert(row.at("year"));
    }
    std::set<std::string> shown;
    for (const NamedMetric& each : metrics_tagged("cct_output")) {
        for (const Row& row : each.metric->query.rows) EXPECT_TRUE(shown.insert(row.labels.at(0).en).second);
        std::set<std::string> columns;
        for (const Measure& measure : each.metric->query.measures) columns.insert(measure.title.en);
        EXPECT_EQ(columns, years) << each.name;
    }
    EXPECT_EQ(shown, expected);
}

}  // namespace
}  // namespace quarterdeck::tests
