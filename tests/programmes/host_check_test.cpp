#include <gtest/gtest.h>

#include <map>
#include <set>

#include "plugins/check.h"
#include "programmes.h"
#include "refusal.h"

namespace quarterdeck::tests {
namespace {

TEST(Programmes, AreAcceptedByTheHost) {
    for (const Programme& each : programmes()) {
        try {
            plugins::check(each);
        } catch (const Refusal& refusal) {
            ADD_FAILURE() << each.id << ": " << refusal.what();
        }
    }
}

TEST(Programmes, HaveWelshWordsOfTheirOwnForEveryTitle) {
    for (const NamedMetric& each : metrics()) {
        EXPECT_NE(each.metric->title.en, each.metric->title.cy) << each.name;
        EXPECT_NE(each.metric->definition.en, each.metric->definition.cy) << each.name;
        if (each.metric->computed()) continue;
        EXPECT_NE(each.metric->query.population.title.en, each.metric->query.population.title.cy) << each.name;
        EXPECT_NE(each.metric->query.population.definition.en, each.metric->query.population.definition.cy)
            << each.name;
    }
}

TEST(Programmes, GiveOnePopulationOneMeaning) {
    for (const Programme& programme : programmes()) {
        std::map<std::string, Population> known;
        for (const Metric& metric : programme.metrics) {
            if (metric.computed()) continue;
            const Population& population = metric.query.population;
            const auto [first, added] = known.try_emplace(population.id, population);
            EXPECT_EQ(first->second, population) << programme.id << "/" << metric.id;
        }
    }
}

TEST(Programmes, LookBackAYearOnlyWhereTagsSaySo) {
    const std::set<std::string> looking_back{"growth", "movement", "movement_fte", "turnover"};
    for (const NamedMetric& each : metrics())
        for (const Measure& measure : each.metric->query.measures)
            if (measure.months_before != 0) {
                EXPECT_EQ(measure.months_before, 12) << each.name;
                ASSERT_EQ(each.metric->tags.size(), 1U) << each.name;
                EXPECT_TRUE(looking_back.contains(each.metric->tags.front())) << each.name;
            }
}

TEST(Programmes, ShowOneRowOfKeyFiguresEach) {
    const std::vector<std::string> columns{"headcount", "fte", "fte_per_head", "female_percent", "over_55_percent"};
    const std::vector<NamedMetric> tagged = metrics_tagged("key_figures");
    EXPECT_EQ(tagged.size(), 5U);
    for (const NamedMetric& each : tagged) {
        EXPECT_EQ(each.metric->query.rows.size(), 1U) << each.name;
        EXPECT_EQ(each.metric->columns, columns) << each.name;
    }
}

}  // namespace
}  // namespace quarterdeck::tests
