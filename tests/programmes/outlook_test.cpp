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
            TableRow filled{.id = row.id, .labels = row.labels, .total = row.total};
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
            answers.at(0).rows.back().figures.at(0) = Marker::confidential;
            for (const TableRow& row : each.metric->compute(answers).rows)
                for (const Figure& figure : row.figures)
                    EXPECT_FALSE(std::holds_alternative<Decimal>(figure)) << each.name << " " << row.id;
        }
}

// 200 people of whom 40 are over 55: the other 160 are spread over 35 years of age, 114.3 under 46 and 45.7 from 46.
TEST(Outlook, SpreadsPeopleWhoseAgesAreHidden) {
    for (const NamedMetric& each : metrics_tagged("outlook_flows")) {
        std::vector<Table> hidden = answers_to(*each.metric, 200);
        std::vector<Table> spread = hidden;
        for (TableRow& row : hidden.at(0).rows) row.figures.at(2) = Marker::confidential;
        for (TableRow& row : spread.at(0).rows) row.figures.at(2) = Decimal{46, 0};
        EXPECT_EQ(each.metric->compute(hidden), each.metric->compute(spread)) << each.name;
        for (TableRow& row : spread.at(0).rows) row.figures.at(2) = Decimal{160, 0};
        EXPECT_NE(each.metric->compute(hidden), each.metric->compute(spread)) << each.name;
    }
}

TEST(Outlook, HidesAShareOfAnAgeThatIsHidden) {
    for (const NamedMetric& each : metrics_tagged("outlook_groups")) {
        std::vector<Table> answers = answers_to(*each.metric, 200);
        answers.at(0).rows.front().figures.at(3) = Marker::confidential;
        const TableRow row = each.metric->compute(answers).rows.front();
        EXPECT_EQ(row.figures.at(0), Figure(Decimal{200, 0})) << each.name;
        EXPECT_EQ(row.figures.at(3), Figure(Marker::confidential)) << each.name;
        EXPECT_TRUE(std::holds_alternative<Decimal>(row.figures.at(4))) << each.name;
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
    EXPECT_EQ(sourced["Growth in productivity, a year"], 5);
    EXPECT_EQ(sourced["Students leaving courses, a year"], 5) << "three with courses, two that don't use it";
    EXPECT_EQ(sourced["Doctors completing training who take a post in Wales"], 5);
    EXPECT_EQ(sourced["Leave for other reasons, a year"], 0);
}

/// Funded FTE and FTE in post of imaging's groups and of all of them, in hundredths.
Table vacancies(std::vector<Figure> funded, std::vector<Figure> in_post) {
    const Metric& metric = tests::metric("imaging", "outlook_vacancies");
    std::vector<Table> answers = answers_to(metric, 200);
    Table& posts = answers.at(answers.size() - 2);
    Table& staff = answers.back();
    EXPECT_EQ(metric.needs.at(answers.size() - 2).source, Source::establishment);
    for (std::size_t row = 0; row < funded.size(); ++row) {
        posts.rows.at(row).figures = {funded[row]};
        staff.rows.at(row).figures = {in_post[row]};
    }
    return metric.compute(answers);
}

std::vector<std::string> shown(const Table& table) {
    std::vector<std::string> rows;
    for (const TableRow& row : table.rows) {
        std::string& text = rows.emplace_back(row.labels.at(1).en + ":");
        for (const Figure& figure : row.figures) text += " " + plain_text(figure);
    }
    return rows;
}

Figure hundredths(std::int64_t value) {
    return Decimal{value, 2};
}

TEST(Vacancies, AreFundedFteLessFteInPost) {
    const Table table = vacancies({hundredths(50'000), Decimal{120, 0}, hundredths(20'000), hundredths(82'000)},
                                  {hundredths(46'250), hundredths(12'600), hundredths(18'000), hundredths(76'850)});
    EXPECT_EQ(shown(table), (std::vector<std::string>{
                                "Radiographers: 500.00 462.50 37.50 7.5",            // 37.5 ÷ 500
                                "Radiography support staff: 120 126.00 -6.00 -5.0",  // more in post than funded
                                "Doctors in radiology: 200.00 180.00 20.00 10.0",
                                "All groups: 820.00 768.50 51.50 6.3",  // 51.5 ÷ 820 = 6.28 %
                            }));
}

TEST(Vacancies, AreHiddenWithTheFteInPostAndNotKnownWithoutFundedPosts) {
    const Table table = vacancies({hundredths(50'000), Marker::not_available, hundredths(20'000), hundredths(70'000)},
                                  {Marker::confidential, hundredths(12'600), hundredths(18'000), hundredths(76'850)});
    EXPECT_EQ(shown(table), (std::vector<std::string>{
                                "Radiographers: 500.00 [c] [c] [c]", "Radiography support staff: [x] 126.00 [x] [x]",
                                "Doctors in radiology: 200.00 180.00 20.00 10.0",
                                "All groups: [x] 768.50 [x] [x]",  // not those of the other groups alone
                            }));
}

TEST(Vacancies, StandAgainstThoseWhoJoinFromTraining) {
    const Metric& metric = tests::metric("endoscopy", "outlook_pipeline");
    std::vector<Table> answers = answers_to(metric, 200);
    answers.at(answers.size() - 2).rows.at(0).figures = {hundredths(20'000)};
    answers.at(answers.size() - 2).rows.at(1).figures = {hundredths(20'000)};
    answers.at(answers.size() - 2).rows.at(2).figures = {hundredths(40'000)};
    const std::vector<Figure> row = metric.compute(answers).rows.at(0).figures;
    EXPECT_EQ(plain_text(row.at(4)), "220.00") << "400 funded, 180 in post in all";
    EXPECT_EQ(plain_text(row.at(5)), "0.00") << "no course is commissioned";
    answers.at(answers.size() - 2).rows.at(1).figures = {Marker::not_available};
    EXPECT_EQ(plain_text(metric.compute(answers).rows.at(0).figures.at(4)), "[x]");
    EXPECT_EQ(plain_text(metric.compute(answers).rows.at(0).figures.at(5)), "[x]");
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
    // 8.2 % leave a year. Third-year students finish first: 106 × 0.918 × 0.85 = 82.7, 122 × 0.918² × 0.85 = 87.4, 147
    // × 0.918³ × 0.85 = 96.7, then 140 × 0.918³ × 0.85 = 92.1 a year (nobody leaves before the course begins).
    const std::vector<double> expected{82.7, 87.4, 96.7, 92.1, 92.1};
    for (std::size_t year = 0; year < expected.size(); ++year)
        EXPECT_NEAR(static_cast<double>(graduates.at(year)), expected[year], 1.5) << year;
    // Three quarters of 11, 15, 21, 26 and 18, parts of a doctor carried on: 68.25 of 91 in all.
    const std::vector<double> cct{8.25, 11.25, 15.75, 19.5, 13.5};
    for (std::size_t year = 0; year < cct.size(); ++year)
        EXPECT_NEAR(static_cast<double>(doctors.at(year)), cct[year], 1) << year;
}

}  // namespace
}  // namespace quarterdeck::tests
