#include <gtest/gtest.h>

#include <map>
#include <set>

#include "programmes.h"
#include "published.h"
#include "quarterdeck/outlook/growth.h"
#include "query/exact.h"

namespace quarterdeck::tests {
namespace {

constexpr int years = 5;
constexpr int places = 1;

/// Staff in post by profession and year, as published; none where nothing is printed.
std::map<std::string, std::map<std::string, std::int64_t>> staff_in_post() {
    std::map<std::string, std::map<std::string, std::int64_t>> staff;
    for (const CsvRow& row : published("england_staff_in_post.csv"))
        if (!row.at("wte").empty()) staff[row.at("profession")][row.at("year")] = std::stoll(row.at("wte"));
    return staff;
}

/// "-1.3%" in tenths; nothing for "N/A".
std::optional<std::int64_t> tenths(const std::string& printed) {
    if (printed.empty() || printed.back() != '%') return std::nullopt;
    std::string digits = printed.substr(0, printed.size() - 1);
    digits.erase(digits.find('.'), 1);
    return std::stoll(digits);
}

/// A printed rate, and the staff in post that it is the growth of.
struct Printed {
    std::string name;
    std::int64_t rate;
    std::int64_t from;
    std::int64_t to;
};

std::vector<Printed> printed_rates() {
    const auto staff = staff_in_post();
    std::vector<Printed> rates;
    for (const CsvRow& row : published("england_growth.csv")) {
        const auto& of = staff.at(row.at("profession"));
        const auto add = [&](const char* column, const char* from, const char* to) {
            if (const auto rate = tenths(row.at(column)))
                rates.push_back({row.at("profession") + ", " + column, *rate, of.at(from), of.at(to)});
        };
        add("average_annual_growth_17_22", "Mar-17", "Mar-22");
        add("projected_annual_growth_22_27", "Mar-22", "Mar-27");
    }
    return rates;
}

/// Rates that no staff in post could have which round to the published whole numbers. In halves, since a whole number
/// n stands for anything from n − 1/2 to n + 1/2.
std::set<std::string> outside(const std::vector<Printed>& rates) {
    std::set<std::string> names;
    for (const Printed& each : rates) {
        const auto least = outlook::annual_growth(2 * each.from + 1, 2 * each.to - 1, years, places);
        const auto most = outlook::annual_growth(2 * each.from - 1, 2 * each.to + 1, years, places);
        if (!least || !most || each.rate < least->units || each.rate > most->units) names.insert(each.name);
    }
    return names;
}

TEST(EnglandGrowth, EachPrintedRateIsRightWithinRoundingToWholeNumbers) {
    const std::vector<Printed> rates = printed_rates();
    EXPECT_EQ(rates.size(), 78U);
    EXPECT_EQ(outside(rates), std::set<std::string>{});
}

TEST(EnglandGrowth, APrintedRateOutsideRoundingIsNamed) {
    std::vector<Printed> rates = printed_rates();
    rates.at(0).rate += 1;  // Gastroenterology grew from 1,150 to 1,511: 5.5 to 5.6 a year
    EXPECT_EQ(outside(rates), std::set<std::string>{"Gastroenterology, average_annual_growth_17_22"});
}

/// The table that all programmes' metrics make from the published staff in post, by profession.
std::map<std::string, std::vector<std::string>> shown() {
    const auto staff = staff_in_post();
    std::map<std::string, std::vector<std::string>> rows;
    for (const NamedMetric& each : metrics_tagged("england_staff_in_post")) {
        const Query& query = each.metric->needs.at(0);
        Table answer{.labels = query.labels};
        for (const Measure& measure : query.measures) answer.columns.push_back({measure.id, measure.title});
        for (const Row& row : query.rows) {
            TableRow filled{.id = row.id, .labels = row.labels};
            for (const Measure& measure : query.measures) {
                const std::string& year = measure.where.alternatives.at(0).at(0).values.at(0);
                const auto& of = staff.at(row.labels.at(1).en);
                const auto found = of.find("Mar-" + year.substr(2));
                filled.figures.push_back(found == of.end() ? Figure(Marker::not_available)
                                                           : Figure(Decimal{found->second, 0}));
            }
            answer.rows.push_back(std::move(filled));
        }
        const Table table = each.metric->compute({answer});
        for (const TableRow& row : table.rows)
            for (std::size_t i = query.measures.size(); i < row.figures.size(); ++i)
                rows[row.labels.at(1).en].push_back(plain_text(row.figures[i]));
    }
    return rows;
}

TEST(EnglandTable, ShowsEachPublishedProfessionOnceInItsPillarsOrder) {
    std::vector<std::string> expected;
    for (const CsvRow& row : published("england_growth.csv")) expected.push_back(row.at("profession"));
    std::vector<std::string> found;
    for (const char* id : {"endoscopy", "genomics", "imaging", "pathology", "healthcare_science"})
        for (const Row& row : metric(id, "england_staff_in_post").needs.at(0).rows)
            found.push_back(row.labels.at(1).en);
    EXPECT_EQ(found, expected);
}

/// 16 rates and their changes come out differently from whole numbers: those of small professions (worked out apart
/// with Python's decimal arithmetic).
TEST(EnglandTable, AgreesWithThePrintedRatesButForSmallProfessions) {
    const std::set<std::string> small{
        "Clinical Genetics",         "Qualified HCS Bioinformatics", "Support to HCS - Bioinformatics",
        "Nuclear Medicine",          "Diagnostic Neuropathology",    "Audio Vestibular Medicine",
        "Qualified HCS GU Sciences", "Chemical Pathology",           "Clinical Neurophysiology"};
    const auto rows = shown();
    std::set<std::string> differing;
    int agreeing = 0;
    for (const CsvRow& row : published("england_growth.csv")) {
        const auto& found = rows.at(row.at("profession"));
        for (const auto& [index, column] :
             {std::pair{0U, "average_annual_growth_17_22"}, std::pair{1U, "projected_annual_growth_22_27"}}) {
            const std::string& printed = row.at(column);
            const std::string expected = printed == "N/A" ? "[x]" : printed.substr(0, printed.size() - 1);
            if (found.at(index) == expected)
                ++agreeing;
            else
                differing.insert(row.at("profession"));
        }
    }
    EXPECT_EQ(differing, small);
    EXPECT_EQ(agreeing, 80 - 16);
}

TEST(EnglandTable, TakesTheChangeFromGrowthBeforeRounding) {
    // 3.43… and 2.86… a year: −0.6 from unrounded rates, as printed; −0.5 from rounded ones.
    EXPECT_EQ(shown().at("Diagnostic Radiography"), (std::vector<std::string>{"3.4", "2.9", "-0.6"}));
    EXPECT_EQ(shown().at("Paediatric and Perinatal Pathology").at(2), "[x]");
}

TEST(AnnualGrowth, IsTheFigureThatADeclaredMetricShows) {
    const auto declared = [](std::int64_t from, std::int64_t to, int over, int to_places) {
        return query::evaluate_formula({.id = "growth",
                                        .kind = Formula::Kind::compound_growth,
                                        .of = "to",
                                        .over = "from",
                                        .places = to_places,
                                        .years = over},
                                       to, 1, from, 1);
    };
    for (std::int64_t from = 1; from < 60; from += 3)
        for (std::int64_t to = 1; to < 4'000; to = to * 2 + 1)
            for (const int over : {1, 2, 5, 10})
                for (const int to_places : {0, 1, 2})
                    EXPECT_EQ(outlook::annual_growth(from, to, over, to_places), declared(from, to, over, to_places))
                        << from << " to " << to << " in " << over << " years, " << to_places << " places";
}

TEST(AnnualGrowth, RoundsHalvesAwayFromZeroAndGrowsFromNothingNowhere) {
    EXPECT_EQ(outlook::annual_growth(200, 201, 1, 0), (Decimal{1, 0}));   // 0.5
    EXPECT_EQ(outlook::annual_growth(200, 199, 1, 0), (Decimal{-1, 0}));  // −0.5
    EXPECT_EQ(outlook::annual_growth(400, 441, 2, 1), (Decimal{50, 1}));  // 1.05² = 1.1025
    EXPECT_EQ(outlook::annual_growth(0, 10, 5, 1), std::nullopt);
    EXPECT_EQ(outlook::annual_growth(10, 0, 5, 1), std::nullopt);
}

}  // namespace
}  // namespace quarterdeck::tests
