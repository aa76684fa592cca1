#include <gtest/gtest.h>

#include <map>

#include "programmes.h"
#include "quarterdeck/outlook/scenario.h"

namespace quarterdeck::tests {
namespace {

/// Answers to an outlook's queries: every count of staff `people`, FTE nine tenths of it, no training, no scenarios.
std::vector<Table> answers_to(const Metric& metric, std::int64_t people) {
    std::vector<Table> answers;
    for (const Query& query : metric.needs) {
        Table answer{.labels = query.labels};
        for (const Measure& measure : query.measures)
            answer.columns.push_back({measure.id, measure.title, measure.count == Count::fte ? 2 : 0});
        for (const Row& row : query.rows) {
            TableRow filled{.id = row.id, .labels = row.labels};
            for (const Measure& measure : query.measures) {
                Figure figure = Marker::not_available;
                if (measure.count == Count::headcount)
                    figure = Decimal{measure.where == everyone() ? people : people / 5, 0};
                if (measure.count == Count::fte) figure = Decimal{people * 90, 2};
                filled.figures.push_back(figure);
            }
            answer.rows.push_back(std::move(filled));
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

std::vector<std::string> outlook_tags() {
    return {"outlook_supply", "outlook_path",   "outlook_flows", "outlook_groups",
            "outlook_bands",  "outlook_growth", "outlook_gap",   "outlook_sensitivity"};
}

TEST(Outlook, HidesEverythingThatRestsOnAHiddenCount) {
    for (const std::string& tag : outlook_tags())
        for (const NamedMetric& each : metrics_tagged(tag)) {
            std::vector<Table> answers = answers_to(*each.metric, 200);
            answers.at(0).rows.back().figures.at(3) = Marker::confidential;
            for (const TableRow& row : each.metric->compute(answers).rows)
                for (const Figure& figure : row.figures)
                    EXPECT_FALSE(std::holds_alternative<Decimal>(figure)) << each.name << " " << row.id;
        }
}

TEST(Outlook, ShowsEveryFlowSoThatYearsAddUp) {
    for (const NamedMetric& each : metrics_tagged("outlook_flows")) {
        const Table table = each.metric->compute(answers_to(*each.metric, 200));
        ASSERT_EQ(table.rows.size(), 5U) << each.name;
        std::int64_t stock = 200 * static_cast<std::int64_t>(each.metric->needs.at(0).rows.size());
        for (const TableRow& row : table.rows) {
            std::vector<std::int64_t> flows;
            for (const Figure& figure : row.figures) flows.push_back(std::get<Decimal>(figure).units);
            EXPECT_EQ(flows.at(0), stock) << each.name;
            stock += flows[3] + flows[4] + flows[5] + flows[6] - flows[1] - flows[2];
            EXPECT_EQ(flows.at(7), stock) << each.name;
        }
    }
}

TEST(Outlook, NamesASourceForEachAssumptionInEachProgramme) {
    std::map<std::string, int> sourced;
    for (const NamedMetric& each : metrics_tagged("outlook_assumed")) {
        const Table table = each.metric->compute(answers_to(*each.metric, 200));
        EXPECT_EQ(table.rows.size(), outlook::assumption_ids.size()) << each.name;
        for (const TableRow& row : table.rows) {
            EXPECT_FALSE(row.labels.at(2).en.empty()) << each.name << " " << row.id;
            const auto low = std::get<Decimal>(row.figures.at(0)).units;
            const auto central = std::get<Decimal>(row.figures.at(1)).units;
            const auto high = std::get<Decimal>(row.figures.at(2)).units;
            EXPECT_LE(low, central) << row.id;
            EXPECT_LE(central, high) << row.id;
            if (!row.labels[2].en.starts_with("Assumption for illustration")) ++sourced[row.labels[1].en];
        }
    }
    EXPECT_EQ(sourced["Growth in activity, a year"], 5);
    EXPECT_EQ(sourced["Doctors completing training who take a post in Wales"], 1);
}

/// Imaging's commissioned places and CCT output as published, through the answers of their queries.
TEST(Outlook, TakesStudentsFromCommissionedPlacesInTheirYears) {
    const Metric& flows = metric("imaging", "outlook_flows");
    std::vector<Table> answers = answers_to(flows, 1'000);
    const auto figures = [](std::vector<std::int64_t> values) {
        std::vector<Figure> row;
        for (const std::int64_t value : values) row.emplace_back(Decimal{value, 0});
        return row;
    };
    answers.at(1).rows.at(0).figures = figures({147, 122, 106, 140});
    answers.at(2).rows.at(0).figures = figures({11, 15, 21, 26, 18});
    const Table table = flows.compute(answers);
    std::vector<std::int64_t> graduates;
    std::vector<std::int64_t> doctors;
    for (const TableRow& row : table.rows) {
        graduates.push_back(std::get<Decimal>(row.figures.at(3)).units);
        doctors.push_back(std::get<Decimal>(row.figures.at(4)).units);
    }
    // Third-year students finish first: 106 × 0.95 × 0.85 = 85.6, 122 × 0.95² × 0.85 = 93.6, 147 × 0.95³ × 0.85 =
    // 107.1, then 140 × 0.95³ × 0.85 = 102.0 a year (a student drops out in no year before the course begins).
    const std::vector<double> expected{85.6, 93.6, 107.1, 102.0, 102.0};
    for (std::size_t year = 0; year < expected.size(); ++year)
        EXPECT_NEAR(static_cast<double>(graduates.at(year)), expected[year], 1.5) << year;
    // 85 % of 11, 15, 21, 26 and 18, parts of a doctor carried on: 77.35 of 91 in all.
    const std::vector<double> cct{9.35, 12.75, 17.85, 22.1, 15.3};
    for (std::size_t year = 0; year < cct.size(); ++year)
        EXPECT_NEAR(static_cast<double>(doctors.at(year)), cct[year], 1) << year;
}

}  // namespace
}  // namespace quarterdeck::tests
